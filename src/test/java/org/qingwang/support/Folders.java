package org.qingwang.support;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Folders of a database. */
public final class Folders {

    private Folders() {}

    /** With permissions: the server starts on no folder that others may read. */
    public static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), COPY_ATTRIBUTES, NOFOLLOW_LINKS);
            }
        }
    }
}
