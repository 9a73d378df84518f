package fr.vigie.notification;

import fr.vigie.incident.CaseProgress;
import fr.vigie.incident.Incident;
import fr.vigie.incident.IncidentRepository;
import fr.vigie.incident.Involvement;
import fr.vigie.platform.Acts;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RefusedException;
import fr.vigie.platform.Requires;
import fr.vigie.platform.UseCase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Writing a controller's message, and approving it under four eyes. */
@UseCase
public class TemplateWriting {
  @Inject MessageRepository messages;
  @Inject IncidentRepository incidents;
  @Inject CaseFacts facts;
  @Inject CaseProgress progress;
  @Inject Acts acts;
  @Inject Clock clock;

  /** Opens a draft: the sample text at first, the text in force afterwards. */
  @Requires(Permission.NOTIFICATION_PREPARE)
  public MessageTemplate open(Long involvementId) {
    Involvement involvement = subject(involvementId);
    List<MessageTemplate> versions = messages.templates(involvement);
    if (!versions.isEmpty() && !versions.get(0).isApproved()) {
      return versions.get(0);
    }
    MessageDraft text =
        versions.isEmpty()
            ? SampleMessage.of(
                involvement.getIncident(),
                involvement.getOrganisation(),
                facts.of(involvement),
                facts.isAboutAccounts(involvement.getIncident()))
            : versions.get(0).draft();
    MessageTemplate template =
        new MessageTemplate(
            involvement, versions.size() + 1, text, acts.caller().id(), clock.instant());
    messages.add(template);
    return done(template);
  }

  /** Saves the draft as it is; findings do not stand against saving. */
  @Requires(Permission.NOTIFICATION_PREPARE)
  public MessageTemplate write(Long involvementId, MessageDraft text) {
    if (text.subject().length() > MessageTemplate.SUBJECT_MAX) {
      throw RefusedException.at(
          "subject", "notification.refused.tooLong", MessageTemplate.SUBJECT_MAX);
    }
    text.blocks()
        .forEach(
            (block, words) -> {
              if (words.length() > MessageTemplate.BLOCK_MAX) {
                throw RefusedException.at(
                    "block" + block.ordinal(),
                    "notification.refused.tooLong",
                    MessageTemplate.BLOCK_MAX);
              }
            });
    MessageTemplate template = newest(subject(involvementId));
    template.write(text, acts.caller().id());
    return done(template);
  }

  @Requires(Permission.NOTIFICATION_PREPARE)
  public MessageTemplate propose(Long involvementId) {
    MessageTemplate template = newest(subject(involvementId));
    template.propose(facts.of(template.getInvolvement()), acts.caller().id(), clock.instant());
    return done(template);
  }

  @Requires(Permission.NOTIFICATION_PREPARE)
  public MessageTemplate sendBack(Long involvementId) {
    MessageTemplate template = newest(subject(involvementId));
    template.sendBack();
    return done(template);
  }

  @Requires(Permission.NOTIFICATION_APPROVE)
  public MessageTemplate approve(Long involvementId, String seen) {
    MessageTemplate template = newest(subject(involvementId));
    template.mustBeAsSeen(seen);
    template.approve(facts.of(template.getInvolvement()), acts.caller().id(), clock.instant());
    acts.current().fact("sha256", template.getSha256());
    return done(template);
  }

  private MessageTemplate newest(Involvement involvement) {
    return messages.templates(involvement).stream()
        .findFirst()
        .orElseThrow(() -> new NotFoundException("MessageTemplate", involvement.getId()));
  }

  private Involvement subject(Long involvementId) {
    Involvement involvement = incidents.involvement(involvementId);
    Incident incident = involvement.getIncident();
    incident.mustBeOpen();
    acts.current()
        .about("incident", incident.getReference(), incident.getRegion().getCode())
        .fact("controller", involvement.getOrganisation().getId());
    if (!involvement.isController()) {
      throw new RefusedException("notification.refused.notController");
    }
    return involvement;
  }

  private MessageTemplate done(MessageTemplate template) {
    acts.current().fact("template", template.getNumber()).fact("state", template.getState());
    progress.refresh(template.getInvolvement().getIncident());
    return template;
  }
}
