package fr.vigie.incident;

import static org.assertj.core.api.Assertions.assertThat;

import fr.vigie.database.Cases;
import fr.vigie.database.Node;
import fr.vigie.database.Schema;
import fr.vigie.database.Ticking;
import fr.vigie.incident.EvidenceLookRepository.Content;
import fr.vigie.incident.EvidenceLooks.Look;
import fr.vigie.incident.store.ContentStore;
import fr.vigie.incident.store.Stores;
import fr.vigie.platform.Caller;
import fr.vigie.platform.Permission;
import fr.vigie.platform.RowScope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job that reads pieces again, on two nodes of one database and one folder. */
class EvidenceLooksIT {
  private static final String REGION = "53";
  private static final Caller TEAM = Node.caller(7931, RowScope.region(REGION));
  private static final long MUCH = Long.MAX_VALUE;

  private final Schema schema = Schema.migrated();
  private final String text = "Journal d’essai " + UUID.randomUUID();

  private final Ticking clock = new Ticking();

  @TempDir Path folder;
  private Node node;
  private Node other;
  private Incident incident;
  private EvidenceFile piece;

  @BeforeEach
  void open() {
    node = node();
    other = node();
    schema.change("update incident_evidence set next_look_at = '9000-01-01'");
    incident = Cases.reported(node, TEAM, REGION, clock.instant().minusSeconds(3_600));
    piece = attach(node, text);
    round(node);
  }

  @AfterEach
  void close() {
    schema.change(
        "update incident_evidence set seal = 'WHOLE' where incident_id = ?", incident.getId());
    node.close();
    other.close();
  }

  private Node node() {
    Node made = schema.node(clock);
    EvidenceVault vault = made.get(EvidenceVault.class);
    vault.maxBytes = 1_000_000;
    vault.use(Stores.disk(folder), folder);
    return made;
  }

  private EvidenceFile attach(Node on, String content) {
    return on.act(
        TEAM,
        Permission.EVIDENCE_ADD,
        () ->
            on.get(Evidence.class)
                .store(
                    incident,
                    "journal.txt",
                    new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                    ""));
  }

  /** As the server does: each use case in a transaction of its own, the reading outside. */
  private int round(Node on) {
    return round(on, claim(on, MUCH));
  }

  private List<Content> claim(Node on, long bytes) {
    return on.act(Caller.SYSTEM, Permission.SYSTEM, () -> on.get(EvidenceLooks.class).claim(bytes));
  }

  private int round(Node on, List<Content> taken) {
    EvidenceRound round = on.get(EvidenceRound.class);
    List<Look> seen = taken.stream().map(c -> new Look(c, round.look(c), clock.instant())).toList();
    on.act(
        Caller.SYSTEM,
        Permission.SYSTEM,
        () -> {
          on.get(EvidenceLooks.class).note(seen);
          return null;
        });
    return seen.size();
  }

  private Path place() {
    String name = piece.getSha256();
    return folder.resolve(name.substring(0, 2)).resolve(name);
  }

  private void spoil() throws IOException {
    byte[] bytes = Files.readAllBytes(place());
    bytes[bytes.length - 1] ^= 1;
    Files.write(place(), bytes);
  }

  private EvidenceFile read(EvidenceFile file) {
    return node.read(TEAM, () -> node.get(EvidenceRepository.class).get(file.getId()));
  }

  private List<String> told() {
    return schema
        .rows(
            "select entry_text from journal_entry where incident_id = ? and entry_text like"
                + " 'incident.journal.evidence.%' order by id",
            incident.getId())
        .stream()
        .map(row -> row.get(0).split(" ")[0].replaceFirst(".*\\.", ""))
        .toList();
  }

  private List<Workstream.Pending> pending(Caller caller) {
    return node.read(
            caller,
            () -> node.get(CaseFile.class).overview(incident.getReference()).pending().stream())
        .filter(pending -> pending.key().equals("incident.pending.badEvidence"))
        .toList();
  }

  @Test
  void aWholePieceIsSeenWholeAndNotReadAgainBeforeItsTime() {
    Instant first = read(piece).getSeenWholeAt();
    assertThat(read(piece).getSeal()).isEqualTo(EvidenceSeal.WHOLE);
    clock.pass(Duration.ofDays(6));
    assertThat(round(node)).isZero();
    clock.pass(Duration.ofDays(1));
    assertThat(round(node)).isEqualTo(1);
    assertThat(read(piece).getSeenWholeAt()).isAfter(first);
    assertThat(told()).isEmpty();
    assertThat(pending(TEAM)).isEmpty();
  }

  @Test
  void aBrokenPieceIsToldOnceOnTheCaseAndAgainWhenItIsWhole() throws IOException {
    spoil();
    for (int week = 0; week < 3; week++) {
      clock.pass(Duration.ofDays(7));
      round(node);
    }
    assertThat(read(piece).getSeal()).isEqualTo(EvidenceSeal.BROKEN);
    assertThat(told()).containsExactly("BROKEN");
    assertThat(pending(TEAM)).hasSize(1).allMatch(it -> !it.blocksClosing());
    assertThat(figures().bad()).isPositive();
    assertThat(attach(node, text)).isEqualTo(piece);
    clock.pass(Duration.ofDays(7));
    round(node);
    assertThat(read(piece).getSeal()).isEqualTo(EvidenceSeal.WHOLE);
    assertThat(told()).containsExactly("BROKEN", "WHOLE");
    assertThat(pending(TEAM)).isEmpty();
  }

  @Test
  void aMissingPieceIsToldAsMissing() throws IOException {
    Files.delete(place());
    clock.pass(Duration.ofDays(7));
    round(node);
    assertThat(read(piece).getSeal()).isEqualTo(EvidenceSeal.MISSING);
    assertThat(told()).containsExactly("MISSING");
  }

  @Test
  void aStoreThatDoesNotAnswerSaysNothingOfAPieceAndIsAskedAgainSoon() {
    clock.pass(Duration.ofDays(7));
    ContentStore silent = new SilentStore();
    node.get(EvidenceVault.class).use(silent, folder);
    assertThat(round(node)).isEqualTo(1);
    assertThat(read(piece).getSeal()).isEqualTo(EvidenceSeal.WHOLE);
    node.get(EvidenceVault.class).use(Stores.disk(folder), folder);
    assertThat(round(node)).isZero();
    clock.pass(Duration.ofMinutes(10));
    assertThat(round(node)).isEqualTo(1);
    assertThat(told()).isEmpty();
  }

  @Test
  void oneNodeReadsAContentAndAnotherOnlyAfterItDied() {
    clock.pass(Duration.ofDays(7));
    assertThat(claim(node, MUCH)).hasSize(1);
    assertThat(claim(other, MUCH)).isEmpty();
    clock.pass(Duration.ofHours(6));
    assertThat(round(other)).isEqualTo(1);
  }

  @Test
  void aTurnReadsWhatWaitedLongestWithinItsBytesAndAtLeastOne() {
    List<String> hashes = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      clock.pass(Duration.ofMinutes(1));
      hashes.add(attach(node, text + i).getSha256());
    }
    assertThat(claim(node, 1)).extracting(Content::sha256).containsExactly(hashes.get(0));
    long two = 2L * (text.length() + 3);
    assertThat(claim(node, two)).extracting(Content::sha256).isEqualTo(hashes.subList(1, 3));
  }

  @Test
  void whatIsBadOfOneControllersPartIsToldToThatOneAndTheTeam() throws IOException {
    long hospital = schema.organisation(REGION);
    long clinic = schema.organisation(REGION);
    Involvement part = Cases.involved(node, TEAM, incident, hospital);
    Cases.involved(node, TEAM, incident, clinic);
    piece =
        node.act(
            TEAM,
            Permission.EVIDENCE_ADD,
            () ->
                node.get(Evidence.class)
                    .store(
                        incident,
                        part.getOrganisation(),
                        "grand.log",
                        new ByteArrayInputStream(new byte[2_000_000]),
                        "",
                        2_000_000));
    spoil();
    clock.pass(Duration.ofDays(8));
    round(node);
    assertThat(pending(TEAM)).hasSize(1);
    assertThat(pending(Node.caller(7932, RowScope.organisation(hospital)))).hasSize(1);
    assertThat(pending(Node.caller(7933, RowScope.organisation(clinic)))).isEmpty();
  }

  private EvidenceLooks.Figures figures() {
    return node.act(
        Caller.SYSTEM, Permission.INCIDENT_READ, () -> node.get(EvidenceLooks.class).figures());
  }
}
