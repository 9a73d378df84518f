package fr.vigie.accesslog.rest;

import fr.vigie.accesslog.AnswerRepository.Counted;
import fr.vigie.accesslog.AnswerRepository.Wanted;
import fr.vigie.accesslog.Evidenced;
import fr.vigie.accesslog.Verdict;
import fr.vigie.platform.Ids;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;

/**
 * {@code ?controller=…&level=VIEWED}: which lines of a run, for {@code @BeanParam}; all of them
 * when nothing is said. A domain is one without a controller. {@code counted=PROVEN}: those by
 * which persons are in that number of the answer.
 */
public class LogLineFilter {
  @QueryParam("sitting")
  String sitting;

  @QueryParam("controller")
  String controller;

  @QueryParam("domain")
  String domain;

  @QueryParam("level")
  Evidenced level;

  @QueryParam("verdict")
  Verdict verdict;

  @QueryParam("blind")
  boolean blind;

  @QueryParam("counted")
  Counted counted;

  @QueryParam("from")
  Instant from;

  @QueryParam("until")
  Instant until;

  Wanted wanted() {
    return new Wanted(
        sitting == null ? null : Ids.parse("AccessSitting", sitting),
        controller == null ? null : Ids.parse("Organisation", controller),
        controller == null ? domain : null,
        level,
        verdict,
        blind,
        from,
        until,
        counted);
  }
}
