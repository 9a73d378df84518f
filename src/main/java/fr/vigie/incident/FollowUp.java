package fr.vigie.incident;

import fr.vigie.platform.Acts;
import fr.vigie.platform.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;

/** Lays down a task that a fact makes necessary, for a controller's own people (BR-08). */
@ApplicationScoped
public class FollowUp {
  @Inject CaseTaskRepository tasks;
  @Inject Acts acts;
  @Inject Clock clock;

  /**
   * @param key text of the title, in the bundles of both languages
   * @param arguments of the text: numbers and names of organisations, never of persons
   */
  public void lay(Involvement controller, Step step, String key, Object... arguments) {
    CaseTask task =
        CaseTask.inBothLanguages(
            controller.getIncident(),
            Texts.in(Locale.FRENCH).text(key, arguments),
            Texts.in(Locale.ENGLISH).text(key, arguments),
            step,
            acts.caller().id(),
            clock.instant());
    task.assign(null, null, controller.getOrganisation(), null);
    tasks.add(task);
  }
}
