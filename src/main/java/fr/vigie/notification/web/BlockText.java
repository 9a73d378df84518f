package fr.vigie.notification.web;

import fr.vigie.notification.MessageBlock;
import fr.vigie.notification.MessageDraft;
import java.io.Serializable;

/** One block as it is being typed. */
public final class BlockText implements Serializable {
  private static final long serialVersionUID = 1L;

  private final MessageBlock block;
  private String text;

  BlockText(MessageBlock block, MessageDraft draft) {
    this.block = block;
    this.text = draft.blocks().getOrDefault(block, "");
  }

  public MessageBlock getBlock() {
    return block;
  }

  public int getIndex() {
    return block.ordinal();
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
