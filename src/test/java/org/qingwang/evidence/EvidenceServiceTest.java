package org.qingwang.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingwang.evidence.SampleFiles.incoming;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.audit.AuditLog;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.qingwang.complaint.ComplaintService;
import org.qingwang.complaint.SampleComplaint;
import org.qingwang.evidence.CustodyEvent.Kind;
import org.qingwang.support.QingwangTest;
import org.qingwang.support.SignIn;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Evidence that cannot be shown to be unchanged, and whose hands it went through, is no evidence. */
@QingwangTest
class EvidenceServiceTest {

    private static final Actor OFFICER = SignIn.officer("commerce-330000");
    private static final Actor OUTSIDER = SignIn.officer("customs-440000");

    @Autowired
    private EvidenceService evidence;

    @Autowired
    private EvidenceFiles files;

    @Autowired
    private Custody custody;

    @Autowired
    private ObjectProvider<EvidenceAccess> access;

    @Autowired
    private AuditLog audit;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Clock clock;

    @Autowired
    private ComplaintService complaints;

    @Autowired
    private IdentityService identity;

    @Autowired
    private JdbcClient db;

    private Subject complaint;

    @BeforeEach
    void fileAComplaint() {
        String receiptNo = as(
                OFFICER,
                () -> complaints
                        .register(new SampleComplaint().build(), Jurisdiction.parse("commerce-330000"))
                        .receiptNo());
        complaint = new Subject(Subject.Type.COMPLAINT, receiptNo);
    }

    @Test
    void whatIsHandedOutIsWhatWasReceivedAndTheDigestIsThatOfSha256sum(@TempDir Path directory) throws Exception {
        Path film = directory.resolve("film.mp4");
        byte[] sent = longFilm();
        Files.write(film, sent);
        EvidenceFile file = store(new Incoming("film.mp4", new FileSystemResource(film)));

        assertThat(file.bytes()).isEqualTo(sent.length);
        assertThat(file.sha256()).isEqualTo(sha256sum(film));
        assertThat(as(OFFICER, () -> copy(file))).isEqualTo(sent);
        assertThat(pieces(file)).as("pieces of one megabyte").isEqualTo(4);
    }

    @Test
    void theChainOfCustodyIsCompleteAndCannotBeChanged() {
        EvidenceFile file = store(incoming("a.jpg", SampleFiles.jpeg()));
        as(OFFICER, () -> evidence.handOut(file.id(), true));
        as(SignIn.office(), () -> evidence.handOut(file.id(), false));
        as(OFFICER, () -> {
            evidence.handOver(file.id(), "Hangzhou Internet Court, on a disk");
            return null;
        });

        List<CustodyEvent> chain = as(OFFICER, () -> evidence.custodyOf(file.id()));
        assertThat(chain)
                .extracting(CustodyEvent::kind)
                .containsExactly(Kind.HANDED_OVER, Kind.DOWNLOADED, Kind.VIEWED, Kind.RECEIVED);
        assertThat(chain.get(0).detail()).isEqualTo("Hangzhou Internet Court, on a disk");
        assertThat(chain.get(1).actor()).isEqualTo(SignIn.office().userId());
        assertThat(chain.get(3).jurisdiction()).isEqualTo("commerce-330000");
        assertThat(audited(file))
                .containsExactly("evidence.received", "evidence.viewed", "evidence.downloaded", "evidence.handed-over");

        for (String table : List.of("evidence_custody", "evidence_file", "evidence_piece")) {
            assertThatThrownBy(() -> db.sql("delete from " + table).update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only");
        }
        assertThatThrownBy(
                        () -> db.sql("update evidence_piece set content = ''").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void theSameFileTwiceIsOneEntry() {
        byte[] photo = SampleFiles.jpeg();
        EvidenceFile first = store(incoming("a.jpg", photo));
        EvidenceFile second = store(incoming("renamed.jpg", photo));

        assertThat(second).isEqualTo(first);
        assertThat(list()).hasSize(1);
        assertThat(as(OFFICER, () -> evidence.custodyOf(first.id()))).hasSize(1);
    }

    @Test
    void ofSeveralFilesAllAreStoredOrNone() {
        assertRefused(
                "evidence.refused.type",
                incoming("a.jpg", SampleFiles.jpeg()),
                incoming("b.pdf", SampleFiles.pdf()),
                incoming("c.jpg", SampleFiles.program()));
        assertThat(list()).isEmpty();

        as(
                OFFICER,
                () -> evidence.store(
                        complaint,
                        List.of(incoming("a.jpg", SampleFiles.jpeg()), incoming("b.pdf", SampleFiles.pdf())),
                        "bought on 20 November"));
        assertThat(list()).extracting(EvidenceFile::name).containsExactly("a.jpg", "b.pdf");
        assertThat(list().get(1).note()).isEqualTo("bought on 20 November");
    }

    @Test
    void whatNoScannerLookedAtSaysSo() {
        assertThat(store(incoming("a.jpg", SampleFiles.jpeg())).scanned()).isFalse();
    }

    @Test
    void aFileWithAVirusIsNotStoredAndACleanOneIsMarkedAsChecked() {
        try (ScannerOverTcp scanner = new ScannerOverTcp(1024 * 1024)) {
            EvidenceService scanning =
                    new EvidenceService(files, custody, access, audit, events, scanner.client(), clock);
            byte[] infected = (new String(SampleFiles.pdf(), StandardCharsets.ISO_8859_1) + ScannerOverTcp.TEST_VIRUS)
                    .getBytes(StandardCharsets.ISO_8859_1);
            as(OFFICER, () -> {
                assertThatThrownBy(() -> scanning.store(complaint, List.of(incoming("a.pdf", infected)), null))
                        .isInstanceOfSatisfying(
                                BadInput.class,
                                bad -> assertThat(bad.messageKey()).isEqualTo("evidence.refused.virus"));
                return new TransactionTemplate(transactions)
                        .execute(status ->
                                scanning.store(complaint, List.of(incoming("b.pdf", SampleFiles.pdf())), null));
            });
        }
        assertThat(list()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("b.pdf");
            assertThat(file.scanned()).isTrue();
        });
    }

    @Test
    void aFileBeyondTheLimitIsRefusedAndLeavesNothing() {
        long pieces = countPieces();
        assertRefused("evidence.refused.too-large", new Incoming("film.mp4", endless()));
        assertRefused("evidence.refused.empty", incoming("a.jpg", new byte[0]));
        assertRefused("evidence.refused.count");
        assertThat(list()).isEmpty();
        assertThat(countPieces()).isEqualTo(pieces);
    }

    /** The transfer breaks off after the file was examined. */
    @Test
    void aFileThatBreaksOffLeavesNothing() {
        int[] opened = {0};
        byte[] photo = SampleFiles.jpeg();
        InputStreamSource breaking = () -> ++opened[0] == 1 ? new ByteArrayInputStream(photo) : brokenStream();

        assertThatThrownBy(() -> store(new Incoming("a.jpg", breaking))).isInstanceOf(UncheckedIOException.class);
        assertThat(list()).isEmpty();
    }

    /** Between looking at a file and keeping it, it must not have become another. */
    @Test
    void aFileThatChangesWhileItIsReceivedIsRefused() {
        int[] opened = {0};
        InputStreamSource changing =
                () -> new ByteArrayInputStream(++opened[0] == 1 ? SampleFiles.jpeg() : SampleFiles.program());

        assertThatThrownBy(() -> store(new Incoming("a.jpg", changing))).isInstanceOf(IllegalStateException.class);
        assertThat(list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../etc/cron.d/photo.jpg",
                "C:\\Windows\\photo.jpg",
                "invoice\u202Egpj.jpg",
                "a\r\nSet-Cookie: stolen=1;.jpg",
                "a\u0000.jpg",
            })
    void aHostileNameIsOnlyEverShown(String name) {
        EvidenceFile file = store(incoming(name, SampleFiles.jpeg()));
        assertThat(file.name())
                .doesNotContain("/", "\\", "\u202E", "\r", "\n", "\u0000", "..")
                .endsWith(".jpg");
    }

    @Test
    void aNameOf300CharactersIsShortened() {
        assertThat(store(incoming("长".repeat(300) + ".jpg", SampleFiles.jpeg())).name())
                .hasSize(120);
    }

    @Test
    void toAnotherAgencysOfficerTheEvidenceDoesNotExist() {
        EvidenceFile file = store(incoming("a.jpg", SampleFiles.jpeg()));

        assertThatThrownBy(() -> as(OUTSIDER, () -> evidence.list(complaint))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as(OUTSIDER, () -> evidence.find(file.id()))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as(OUTSIDER, () -> evidence.handOut(file.id(), false)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as(OUTSIDER, () -> copy(file))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as(
                        OUTSIDER,
                        () -> evidence.store(complaint, List.of(incoming("b.jpg", SampleFiles.jpeg())), null)))
                .isInstanceOf(NotAllowed.class);
        assertThat(as(OFFICER, () -> evidence.custodyOf(file.id())))
                .as("whoever was refused has not had the file")
                .hasSize(1);
    }

    @Test
    void ofACaseThatIsNotThereThereIsNoEvidence() {
        Subject nothing = new Subject(Subject.Type.CASE, "QW-0");
        assertThatThrownBy(() -> as(SignIn.office(), () -> evidence.list(nothing)))
                .isInstanceOf(NotAllowed.class);
    }

    private EvidenceFile store(Incoming file) {
        return as(OFFICER, () -> evidence.store(complaint, List.of(file), null)).get(0);
    }

    private List<EvidenceFile> list() {
        return as(OFFICER, () -> evidence.list(complaint));
    }

    private void assertRefused(String reason, Incoming... files) {
        assertThatThrownBy(() -> as(OFFICER, () -> evidence.store(complaint, List.of(files), null)))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        refused -> assertThat(refused.messageKey()).isEqualTo(reason));
    }

    private byte[] copy(EvidenceFile file) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            evidence.copy(file, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private int pieces(EvidenceFile file) {
        return db.sql("select count(*) from evidence_piece where file_id = :id")
                .param("id", file.id())
                .query(Integer.class)
                .single();
    }

    private long countPieces() {
        return db.sql("select count(*) from evidence_piece").query(Long.class).single();
    }

    private List<String> audited(EvidenceFile file) {
        return db.sql(
                        "select action from audit_entry where subject_type = 'evidence' and subject_id = :id order by seq")
                .param("id", Long.toString(file.id()))
                .query(String.class)
                .list();
    }

    private <T> T as(Actor actor, Supplier<T> work) {
        return SignIn.as(identity, actor, work);
    }

    /** A little over three megabytes. */
    private static byte[] longFilm() {
        byte[] film = new byte[3 * 1024 * 1024 + 17];
        new Random().nextBytes(film);
        byte[] start = SampleFiles.bytes("\0\0\0\u0018ftypmp42\0\0\0\0isommp42");
        System.arraycopy(start, 0, film, 0, start.length);
        return film;
    }

    private static String sha256sum(Path file) throws IOException {
        Process process = new ProcessBuilder("sha256sum", file.toString()).start();
        try (InputStream out = process.getInputStream()) {
            return new String(out.readAllBytes(), StandardCharsets.US_ASCII).split(" ")[0];
        }
    }

    private static InputStreamSource endless() {
        return () -> new InputStream() {
            @Override
            public int read() {
                return 'x';
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                Arrays.fill(into, offset, offset + length, (byte) 'x');
                return length;
            }
        };
    }

    private static InputStream brokenStream() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }
        };
    }
}
