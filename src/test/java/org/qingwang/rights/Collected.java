package org.qingwang.rights;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.qingwang.common.BadInput;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.InputStreamSource;

/** What a reader found in a file. */
final class Collected implements RegisterRecords {

    TradeMark.Source source;
    final List<TradeMark> marks = new ArrayList<>();
    final List<Long> lines = new ArrayList<>();
    final List<Refused> refused = new ArrayList<>();

    record Refused(long line, String number, String field, String reason) {}

    static Collected text(String file) {
        return text(file, StandardCharsets.UTF_8);
    }

    static Collected text(String file, Charset charset) {
        return from(new ByteArrayResource(file.getBytes(charset)));
    }

    static Collected file(String name) {
        return from(new ClassPathResource("rights/" + name));
    }

    static Collected from(InputStreamSource file) {
        Collected collected = new Collected();
        RegisterFile.read(file, collected);
        return collected;
    }

    TradeMark only() {
        if (marks.size() != 1 || !refused.isEmpty()) {
            throw new AssertionError("not exactly one mark: " + marks + " and refused: " + refused);
        }
        return marks.get(0);
    }

    @Override
    public void begin(TradeMark.Source found) {
        source = found;
    }

    @Override
    public void take(long line, TradeMark mark) {
        marks.add(mark);
        lines.add(line);
    }

    @Override
    public void refuse(long line, String number, BadInput reason) {
        refused.add(new Refused(line, number, reason.field(), reason.messageKey()));
    }
}
