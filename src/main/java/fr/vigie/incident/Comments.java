package fr.vigie.incident;

import fr.vigie.platform.Acts;
import fr.vigie.platform.Permission;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Talk beside the case; open even when it is closed. */
@UseCase
public class Comments {
  /** The latest; older ones are beside the point. */
  public static final int MOST = 100;

  @Inject IncidentRepository incidents;
  @Inject CommentRepository comments;
  @Inject Audiences audiences;
  @Inject Acts acts;
  @Inject Clock clock;

  @Requires(Permission.INCIDENT_READ)
  public List<Comment> list(String reference) {
    return comments.of(incidents.get(reference), MOST);
  }

  /**
   * @param audience for whom; null leaves it to the region's team, or to the caller's own part
   */
  @Requires(Permission.INCIDENT_COMMENT)
  public Comment write(String reference, String text, Audience audience) {
    Incident incident = incidents.get(reference);
    Comment comment =
        new Comment(
            incident, acts.caller().id(), acts.caller().displayName(), clock.instant(), text);
    comment.put(audiences.place(incident, audience));
    comments.add(comment);
    acts.current()
        .about("incident", incident.getReference(), incident.getRegion().getCode())
        .fact("comment", comment.getId());
    return comment;
  }
}
