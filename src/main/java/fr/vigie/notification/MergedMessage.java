package fr.vigie.notification;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The message of one person. Contains personal data: not for logs.
 *
 * @param subject subject line
 * @param blocks the parts, filled
 * @param findings what stands against sending it
 */
public record MergedMessage(
    String subject, Map<MessageBlock, String> blocks, List<MessageFinding> findings) {

  public MergedMessage {
    blocks = Map.copyOf(blocks);
    findings = List.copyOf(findings);
  }

  /** Only such a message may be sent. */
  public boolean isSendable() {
    return findings.isEmpty();
  }

  /** The parts in reading order, an empty line between two. */
  public String text() {
    return Arrays.stream(MessageBlock.values())
        .map(blocks::get)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("\n\n"));
  }

  /** Without the content, which names a person. */
  @Override
  public String toString() {
    return "MergedMessage[" + blocks.size() + " blocks, " + findings.size() + " findings]";
  }
}
