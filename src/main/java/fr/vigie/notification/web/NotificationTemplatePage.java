package fr.vigie.notification.web;

import fr.vigie.notification.MergedMessage;
import fr.vigie.notification.MessageBlock;
import fr.vigie.notification.MessageDraft;
import fr.vigie.notification.MessageFinding;
import fr.vigie.notification.MessageTemplate;
import fr.vigie.notification.NotificationFile;
import fr.vigie.notification.TemplateWriting;
import fr.vigie.platform.NotFoundException;
import fr.vigie.platform.web.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.omnifaces.cdi.Param;

/** Writing and approving a controller's message; findings stand at their block. */
@Named
@ViewScoped
public class NotificationTemplatePage implements Serializable {
  private static final long serialVersionUID = 1L;

  @Inject @Param String ref;
  @Inject @Param Long involvement;
  @Inject NotificationFile file;
  @Inject TemplateWriting writing;
  @Inject Messages messages;

  private MessageTemplate template;
  private List<MessageFinding> findings;
  private List<String> example;
  private String controller;
  private String subject;
  private List<BlockText> blocks;

  @PostConstruct
  void open() {
    NotificationFile.Part part = file.part(involvement);
    if (part.getNewest() == null) {
      throw new NotFoundException("MessageTemplate", involvement);
    }
    controller = part.involvement().getOrganisation().getName();
    template = part.getNewest();
    findings = file.findings(involvement);
    example = List.of(file.example(involvement).map(MergedMessage::text).orElse("").split("\n"));
    MessageDraft draft = template.draft();
    subject = draft.subject();
    blocks = Arrays.stream(MessageBlock.values()).map(b -> new BlockText(b, draft)).toList();
  }

  public String save() {
    writing.write(involvement, typed());
    return done("notification.done.saved");
  }

  public String propose() {
    writing.write(involvement, typed());
    writing.propose(involvement);
    return done("notification.done.proposed");
  }

  public String sendBack() {
    writing.sendBack(involvement);
    return done("notification.done.sentBack");
  }

  public String approve() {
    writing.approve(involvement, template.seen());
    return done("notification.done.approved");
  }

  private MessageDraft typed() {
    Map<MessageBlock, String> typed = new EnumMap<>(MessageBlock.class);
    blocks.forEach(b -> typed.put(b.getBlock(), b.getText() == null ? "" : b.getText()));
    return new MessageDraft(subject == null ? "" : subject, typed);
  }

  private String done(String key) {
    messages.done(key, controller);
    return "/notification/template.xhtml?faces-redirect=true&ref="
        + ref
        + "&involvement="
        + involvement;
  }

  /** What stands against approval of the saved text, at a block or (null) at the subject. */
  public List<MessageFinding> findings(MessageBlock block) {
    return findings.stream().filter(f -> f.block() == block).toList();
  }

  public int getProblems() {
    return findings.size();
  }

  /** Words a person may leave open, as they are written. */
  public String getPlaceholders() {
    return template.placeholders().stream()
        .map(p -> "{" + p.word() + "}")
        .collect(Collectors.joining(" "));
  }

  /** The saved text as a fictitious person would read it, line by line. */
  public List<String> getExample() {
    return example;
  }

  public boolean isEditable() {
    return template.getState() == MessageTemplate.State.DRAFT;
  }

  public MessageTemplate getTemplate() {
    return template;
  }

  public String getController() {
    return controller;
  }

  public String getSubject() {
    return subject;
  }

  public void setSubject(String subject) {
    this.subject = subject;
  }

  public List<BlockText> getBlocks() {
    return blocks;
  }

  public String getRef() {
    return ref;
  }
}
