package org.qingwang.database;

import java.io.IOException;
import java.nio.file.Path;

/** An application of its own that does nothing but own an embedded database, to be killed. */
final class DatabaseOwner {

    private DatabaseOwner() {}

    public static void main(String[] arguments) throws IOException {
        EmbeddedDatabase database = EmbeddedDatabase.starting(Path.of(arguments[0]));
        database.afterPropertiesSet();
        System.out.println(database.address());
        // Until whoever started this goes away.
        while (System.in.read() >= 0) {
            continue;
        }
    }
}
