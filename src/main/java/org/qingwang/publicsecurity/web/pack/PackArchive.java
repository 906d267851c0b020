package org.qingwang.publicsecurity.web.pack;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.qingwang.evidence.EvidenceFile;
import org.qingwang.portal.Spreadsheet;
import org.qingwang.publicsecurity.Act;
import org.qingwang.publicsecurity.GoodsLot;
import org.qingwang.publicsecurity.ReferralFile;
import org.qingwang.publicsecurity.Step;

/**
 * Everything of a pack in one archive. Its last entry, {@code SHA256SUMS}, lists all others: {@code sha256sum -c
 * SHA256SUMS} tells whoever receives it whether anything was lost or changed, without this software.
 */
final class PackArchive implements AutoCloseable {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String HOW_TO_VERIFY = """
            核对方法：解压后在本目录运行  sha256sum -c SHA256SUMS
            Windows 可用：certutil -hashfile <文件> SHA256，与 SHA256SUMS 逐一比对。
            evidence.csv 列明各证据文件的原名、来源和接收时的摘要。

            To verify: unpack, and in this folder run  sha256sum -c SHA256SUMS
            On Windows: certutil -hashfile <file> SHA256, and compare with SHA256SUMS.
            evidence.csv gives each file's own name, where it came from and its digest on receipt.
            """;

    /** Writes the content of a file of evidence. */
    interface Content {
        void copy(EvidenceFile file, OutputStream to) throws IOException;
    }

    private final PackContents pack;
    private final ZipOutputStream zip;
    private final StringBuilder sums = new StringBuilder();

    PackArchive(PackContents pack, OutputStream out) {
        this.pack = pack;
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    void write(byte[] chinese, byte[] english, Content content) throws IOException {
        add("README.txt", HOW_TO_VERIFY.getBytes(StandardCharsets.UTF_8));
        add("referral-zh.pdf", chinese);
        add("referral-en.pdf", english);
        add("goods.csv", goods());
        add("statements.csv", statements());
        add("steps.csv", steps());
        add("evidence.csv", evidence());
        for (int i = 0; i < pack.evidence().size(); i++) {
            EvidenceFile file = pack.evidence().get(i);
            add(PackContents.nameInArchive(i, file), to -> content.copy(file, to));
        }
        zip.putNextEntry(entry("SHA256SUMS"));
        zip.write(sums.toString().getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private void add(String name, byte[] bytes) throws IOException {
        add(name, to -> to.write(bytes));
    }

    private interface Filling {
        void into(OutputStream to) throws IOException;
    }

    private void add(String name, Filling filling) throws IOException {
        MessageDigest digest = sha256();
        zip.putNextEntry(entry(name));
        filling.into(new DigestOutputStream(new KeptOpen(zip), digest));
        zip.closeEntry();
        sums.append(HexFormat.of().formatHex(digest.digest()))
                .append("  ")
                .append(name)
                .append('\n');
    }

    private ZipEntry entry(String name) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(pack.at().atZone(CHINA).toLocalDateTime());
        return entry;
    }

    private byte[] goods() throws IOException {
        return table(csv -> {
            csv.writeRecord(
                    "conduct_from",
                    "conduct_to",
                    "sold",
                    "quantity",
                    "unit_price_cny",
                    "value_cny",
                    "valued_by",
                    "gains_cny",
                    "punished_by");
            for (Act act : pack.referral().report().report().crime().acts()) {
                for (GoodsLot lot : act.goods()) {
                    csv.writeRecord(
                            act.from().toString(),
                            act.to().toString(),
                            Boolean.toString(lot.sold()),
                            lot.quantity().toPlainString(),
                            lot.unitPrice().toPlainString(),
                            lot.value().toPlainString(),
                            lot.pricing().name(),
                            act.gains().toPlainString(),
                            Spreadsheet.harmless(act.penaltyNo()));
                }
            }
        });
    }

    private byte[] statements() throws IOException {
        return table(csv -> {
            csv.writeRecord("receipt_no", "received_on", "by", "says");
            pack.statements()
                    .forEach(one -> csv.writeRecord(
                            one.receiptNo(),
                            one.receivedOn().toString(),
                            Spreadsheet.harmless(one.by()),
                            Spreadsheet.harmless(one.says())));
        });
    }

    private byte[] steps() throws IOException {
        return table(csv -> {
            csv.writeRecord("on", "by", "answer", "document_no", "reason", "person", "second_person");
            for (ReferralFile.Taken taken : pack.referral().steps()) {
                Step step = taken.step();
                csv.writeRecord(
                        step.on().toString(),
                        taken.jurisdiction(),
                        step.answer().name(),
                        Spreadsheet.harmless(step.documentNo()),
                        Spreadsheet.harmless(step.reason()),
                        Spreadsheet.harmless(step.person()),
                        Spreadsheet.harmless(step.secondPerson()));
            }
        });
    }

    private byte[] evidence() throws IOException {
        return table(csv -> {
            csv.writeRecord("file", "name", "bytes", "received_at", "received_by", "shows", "sha256");
            List<EvidenceFile> files = pack.evidence();
            for (int i = 0; i < files.size(); i++) {
                EvidenceFile one = files.get(i);
                csv.writeRecord(
                        PackContents.nameInArchive(i, one),
                        Spreadsheet.harmless(one.name()),
                        Long.toString(one.bytes()),
                        one.receivedAt().toString(),
                        Spreadsheet.harmless(one.receivedByName()),
                        Spreadsheet.harmless(one.note()),
                        one.sha256());
            }
        });
    }

    private interface Rows {
        void into(CsvWriter csv);
    }

    private static byte[] table(Rows rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Writer text = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
            text.write(Spreadsheet.BYTE_ORDER_MARK);
            try (CsvWriter csv = CsvWriter.builder().build(text)) {
                rows.into(csv);
            }
        }
        return bytes.toByteArray();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Lets an entry's end not be the archive's. */
    private static final class KeptOpen extends FilterOutputStream {

        KeptOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
