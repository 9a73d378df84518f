package fr.vigie.notification.rest;

import fr.vigie.notification.MessageBlock;
import fr.vigie.notification.MessageDraft;
import fr.vigie.notification.MessageFinding;
import fr.vigie.notification.MessageTemplate;
import fr.vigie.notification.NotificationFile;
import fr.vigie.notification.TemplateWriting;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.rest.Approval;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The message of a controller to its persons: written by one, approved by another. */
@Path("/incidents/{ref}/notification/{involvement}/message")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Messages")
public class MessageResource {
  @Inject NotificationFile file;
  @Inject TemplateWriting writing;

  @PathParam("ref")
  String ref;

  @PathParam("involvement")
  Long involvement;

  /** The text by parts; a part left out is empty. */
  public record MessageText(String subject, Map<MessageBlock, String> blocks) {
    MessageDraft draft() {
      Map<MessageBlock, String> given = new EnumMap<>(MessageBlock.class);
      if (blocks != null) {
        blocks.forEach((block, text) -> given.put(block, text == null ? "" : text));
      }
      return new MessageDraft(subject == null ? "" : subject, given);
    }
  }

  /** What stands against approval; no block means the subject. */
  public record FindingView(String key, MessageBlock block, String excerpt) {
    static FindingView of(MessageFinding finding) {
      return new FindingView(finding.messageKey(), finding.block(), finding.excerpt());
    }
  }

  /**
   * One version of the message.
   *
   * @param seen to be given back by who approves it
   */
  public record MessageView(
      int number,
      MessageTemplate.State state,
      String subject,
      Map<String, String> blocks,
      List<FindingView> findings,
      Instant approvedAt,
      String sha256,
      String seen) {
    static MessageView of(MessageTemplate template, List<MessageFinding> findings) {
      MessageDraft draft = template.draft();
      return new MessageView(
          template.getNumber(),
          template.getState(),
          draft.subject(),
          draft.blocks().entrySet().stream()
              .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue)),
          findings.stream().map(FindingView::of).toList(),
          template.getApprovedAt(),
          template.getSha256(),
          template.seen());
    }
  }

  @GET
  @Operation(summary = "Shows the newest version of a controller's message.")
  public MessageView get() {
    MessageTemplate newest = part().getNewest();
    if (newest == null) {
      throw new NotFoundException("MessageTemplate", involvement);
    }
    return view(newest);
  }

  @POST
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Opens a draft: the sample text at first, the text in force afterwards.")
  public MessageView open() {
    part();
    return view(writing.open(involvement));
  }

  @PUT
  @Operation(summary = "Saves the draft's text.")
  public MessageView write(MessageText text) {
    part();
    return view(writing.write(involvement, text.draft()));
  }

  @POST
  @Path("/proposal")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Proposes the draft; refused while anything stands against approval.")
  public MessageView propose() {
    part();
    return view(writing.propose(involvement));
  }

  @POST
  @Path("/return")
  @Consumes(MediaType.WILDCARD)
  @Operation(summary = "Gives a proposed message back to its authors.")
  public MessageView sendBack() {
    part();
    return view(writing.sendBack(involvement));
  }

  @POST
  @Path("/approval")
  @Operation(summary = "Approves what another person proposed; the text is frozen.")
  public MessageView approve(Approval approval) {
    part();
    return view(writing.approve(involvement, approval.read()));
  }

  private MessageView view(MessageTemplate template) {
    return MessageView.of(template, file.findings(involvement));
  }

  private NotificationFile.Part part() {
    NotificationFile.Part part = file.part(involvement);
    if (!part.involvement().getIncident().getReference().equals(ref)) {
      throw new NotFoundException("Involvement", involvement);
    }
    return part;
  }
}
