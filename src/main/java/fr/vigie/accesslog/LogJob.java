package fr.vigie.accesslog;

import fr.vigie.accesslog.format.LogShape;
import java.time.Instant;
import java.util.List;

/** What a node takes to work on, without the database. */
sealed interface LogJob {
  /** Reading a file whole for the first time. */
  record Reading(Long fileId, Part part, Instant lease) implements LogJob {}

  /**
   * Putting a question to the files of a run that are not done.
   *
   * @param bytesBefore of the files that are done
   * @param linesBefore of the same
   */
  record Running(
      Long runId,
      Question question,
      java.time.ZoneId zone,
      PatientSeal seal,
      List<Part> parts,
      long bytesBefore,
      long linesBefore,
      Instant lease)
      implements LogJob {}

  /** One file: what lies under the hash, and how it is written. */
  record Part(Long id, long sourceId, String sha256, long size, LogShape shape) {}
}
