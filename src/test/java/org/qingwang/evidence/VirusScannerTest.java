package org.qingwang.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.qingwang.common.BadInput;
import org.springframework.core.io.ByteArrayResource;

/** Over a real socket. If this fails, an officer opens a stranger's virus in the belief that somebody looked. */
class VirusScannerTest {

    private static final int MEGABYTE = 1024 * 1024;

    @Test
    void aCleanFileIsCheckedWholeHoweverManyPiecesItTakes() {
        try (ScannerOverTcp scanner = new ScannerOverTcp(10 * MEGABYTE)) {
            assertThat(scanner.client().check("film.mp4", new ByteArrayResource(new byte[3 * MEGABYTE + 7])))
                    .isTrue();
            assertThat(scanner.received()).isEqualTo(3 * MEGABYTE + 7);
            assertThat(scanner.client().answers()).isTrue();
        }
    }

    @Test
    void aVirusIsRefusedByName() {
        try (ScannerOverTcp scanner = new ScannerOverTcp(MEGABYTE)) {
            byte[] infected = ("%PDF-1.4 " + ScannerOverTcp.TEST_VIRUS).getBytes(StandardCharsets.ISO_8859_1);
            assertThatThrownBy(() -> scanner.client().check("a.pdf", new ByteArrayResource(infected)))
                    .isInstanceOfSatisfying(BadInput.class, bad -> {
                        assertThat(bad.messageKey()).isEqualTo("evidence.refused.virus");
                        assertThat(bad.arguments()).containsExactly("a.pdf", "Eicar-Test-Signature");
                    });
        }
    }

    @Test
    void withoutAClearAnswerNothingComesIn() {
        VirusScanner gone;
        try (ScannerOverTcp scanner = new ScannerOverTcp(10)) {
            gone = scanner.client();
            assertNotChecked(gone);
        }
        assertNotChecked(gone);
        assertThat(gone.answers()).isFalse();
        assertThat(new VirusScannerHealth(gone).health().getStatus().getCode()).isEqualTo("SILENT");
    }

    @Test
    void thatThereIsNoScannerIsSaidAndSeen() {
        VirusScanner none = new VirusScanner(" ", 3310);
        assertThat(none.check("a.pdf", new ByteArrayResource(new byte[1]))).isFalse();
        assertThat(new VirusScannerHealth(none).health().getStatus().getCode()).isEqualTo("ABSENT");
    }

    private static void assertNotChecked(VirusScanner scanner) {
        assertThatThrownBy(() -> scanner.check("a.pdf", new ByteArrayResource(new byte[100])))
                .isInstanceOfSatisfying(
                        BadInput.class, bad -> assertThat(bad.messageKey()).isEqualTo("evidence.refused.not-checked"));
    }
}
