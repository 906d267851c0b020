package org.qingwang.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The files of law this product brings, and the folder to which an operator adds calendars. */
final class LawFiles {

    private LawFiles() {}

    /**
     * The law this product brings.
     *
     * @param folder the operator's own calendar files, or null
     */
    static LawBook shipped(Path folder) {
        LawBook book = new LawBook(0, Map.of(), new CalendarYears(folder));
        for (LawKind kind : LawKind.values()) {
            String text = resource("law/" + kind.fileName())
                    .orElseThrow(() -> new IllegalStateException("missing law file " + kind.fileName()));
            book = book.with(0, LawFileReader.read(kind.fileName(), text));
        }
        return book;
    }

    /** The working calendar of a year: the operator's file, else this product's. */
    static Optional<CalendarYear> calendar(int year, Path folder) {
        String file = year + ".yaml";
        return ownFile(file, folder)
                .or(() -> resource("calendar/" + file))
                .map(text -> LawFileReader.read("calendar/" + file, text).year());
    }

    private static Optional<String> ownFile(String name, Path folder) {
        if (folder == null || !Files.isRegularFile(folder.resolve(name))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(folder.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder.resolve(name), e);
        }
    }

    static Optional<String> resource(String name) {
        try (InputStream file = LawFiles.class.getClassLoader().getResourceAsStream(name)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read law file " + name, e);
        }
    }
}
