package fr.vigie.accesslog;

import fr.vigie.accesslog.format.AccessAction;
import fr.vigie.accesslog.format.AccessOutcome;
import fr.vigie.accesslog.format.PatientRef;
import fr.vigie.accesslog.format.RejectReason;
import java.time.Instant;
import java.util.List;

/** Is told what was written into a made log, in its order. */
public interface LogTruth {
  /**
   * An access as the log tells it.
   *
   * @param line its first, from 1
   * @param hostile by the intruder, whoever the account belongs to
   */
  record Access(
      long line,
      Instant at,
      String account,
      String rpps,
      String session,
      String address,
      String userAgent,
      AccessAction action,
      AccessOutcome outcome,
      List<PatientRef> patients,
      Long rows,
      boolean hostile) {

    Access on(long other) {
      return new Access(
          other, at, account, rpps, session, address, userAgent, action, outcome, patients, rows,
          hostile);
    }

    Access showing(List<PatientRef> shown, Long count) {
      return new Access(
          line, at, account, rpps, session, address, userAgent, action, outcome, shown, count,
          hostile);
    }

    Access by(String number, String in, AccessAction done) {
      return new Access(
          line, at, account, number, in, address, userAgent, done, outcome, patients, rows,
          hostile);
    }
  }

  /** A line that is no access. */
  record Broken(long line, RejectReason reason) {}

  /** Of a log whose truth nobody asks for. */
  LogTruth NONE =
      new LogTruth() {
        @Override
        public void access(Access access) {}

        @Override
        public void broken(Broken broken) {}
      };

  void access(Access access);

  void broken(Broken broken);
}
