package org.qingwang.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.postgresql.PGProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** A real PostgreSQL server on one data folder, reachable from this machine only and only with the folder's password. */
final class PostgresServer {

    static final String USER = "qingwang";
    static final String DATABASE = "qingwang";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final String MAJOR_VERSION = "17";
    /** Long enough to replay what a power cut left in the log. */
    private static final String START_SECONDS = "600";

    private static final String STOP_SECONDS = "60";

    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "max_connections=100",
            "shared_buffers=256MB",
            "max_wal_size=2GB",
            // Every statement here is short: compiling one costs more than it saves.
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC");

    private final DataFolder folder;
    private final PostgresBinaries binaries;
    private final Path data;
    private final Path log;

    PostgresServer(DataFolder folder, PostgresBinaries binaries) {
        this.folder = folder;
        this.binaries = binaries;
        this.data = folder.resolve("database");
        this.log = folder.resolve("database.log");
    }

    static String address(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /**
     * Starts the server and makes sure that it is this folder's that answers at the port.
     *
     * @throws DatabaseUnavailable if it does not start
     */
    void start(int port) throws IOException {
        stopLeftover();
        create();
        if (Files.exists(log)) {
            Files.move(log, folder.resolve("database.previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        try {
            binaries.run(
                    "pg_ctl",
                    "start",
                    "-w",
                    "-t",
                    START_SECONDS,
                    "-D",
                    data.toString(),
                    "-l",
                    log.toString(),
                    "-o",
                    options(port));
        } catch (IOException e) {
            throw new DatabaseUnavailable("The embedded PostgreSQL did not start: " + lastWords(e) + ".", e);
        }
        prepareDatabase(port);
    }

    /** Waits until all its connections are cut and its data are on the disk. */
    void stop() throws IOException {
        binaries.run("pg_ctl", "stop", "-w", "-t", STOP_SECONDS, "-m", "fast", "-D", data.toString());
    }

    private static String options(int port) {
        StringBuilder options = new StringBuilder("-p ").append(port);
        SETTINGS.forEach(setting -> options.append(" -c ").append(setting));
        return options.toString();
    }

    private String lastWords(IOException failure) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join(" / ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException e) {
            return String.valueOf(failure.getMessage());
        }
    }

    /** A run that is killed while it creates the database leaves a draft behind, never half a database. */
    private void create() throws IOException {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            checkVersion();
            return;
        }
        Path draft = folder.resolve("database.new");
        FileSystemUtils.deleteRecursively(draft);
        folder.password();
        try {
            binaries.run("initdb", initOptions(draft));
        } catch (IOException e) {
            throw new DatabaseUnavailable(
                    "The embedded PostgreSQL could not create its database in " + folder.path() + ": " + e.getMessage(),
                    e);
        }
        Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private void checkVersion() throws IOException {
        String version = Files.readString(data.resolve("PG_VERSION")).strip();
        if (!version.equals(MAJOR_VERSION)) {
            throw new DatabaseUnavailable("The data folder " + folder.path() + " was written by PostgreSQL " + version
                    + ", this application carries PostgreSQL " + MAJOR_VERSION + ".");
        }
    }

    /**
     * Sorting by code point is the same on every machine. The character type is not: pg_trgm finds letters by it, and
     * under the locale C no Chinese character is one, so that two names of a seller would never be alike.
     */
    private String[] initOptions(Path draft) {
        String characters =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("linux") ? "C.UTF-8" : "en_US.UTF-8";
        return new String[] {
            "-D", draft.toString(),
            "-U", USER,
            "--pwfile", folder.passwordFile().toString(),
            "-A", "scram-sha-256",
            "-E", "UTF8",
            "--locale-provider", "builtin",
            "--builtin-locale", "C.UTF-8",
            "--lc-collate", "C",
            "--lc-ctype", characters,
            "--lc-messages", "C"
        };
    }

    private void prepareDatabase(int port) throws IOException {
        try (Connection connection = connect(port);
                Statement statement = connection.createStatement()) {
            if (!isOurs(statement)) {
                throw new DatabaseUnavailable("Port " + port + " of this machine is answered by another PostgreSQL than"
                        + " the embedded one. Start Qingwang again.");
            }
            try (ResultSet found =
                    statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("create database " + DATABASE);
        } catch (SQLException e) {
            throw new DatabaseUnavailable("The embedded PostgreSQL started but does not answer: " + e.getMessage(), e);
        }
    }

    private Connection connect(int port) throws IOException, SQLException {
        Properties properties = new Properties();
        PGProperty.USER.set(properties, USER);
        PGProperty.PASSWORD.set(properties, folder.password());
        // Whoever else answers at this port must not be told the password.
        PGProperty.REQUIRE_AUTH.set(properties, "scram-sha-256");
        PGProperty.CONNECT_TIMEOUT.set(properties, 5);
        PGProperty.SOCKET_TIMEOUT.set(properties, 30);
        return DriverManager.getConnection(address(port, "postgres"), properties);
    }

    private boolean isOurs(Statement statement) throws IOException, SQLException {
        try (ResultSet answer = statement.executeQuery("show data_directory")) {
            answer.next();
            return Path.of(answer.getString(1)).toRealPath().equals(data.toRealPath());
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /**
     * Ends the server that a killed run left behind. It is ended rather than taken over: whatever the killed run had
     * asked of it then ends too, and the server that follows has this version's programs and settings.
     *
     * <p>The file that names it may be older than the machine's last start, and its number may belong to any process by
     * now; so the server itself is asked whose it is, and if it does not answer, its program is looked at.
     */
    private void stopLeftover() throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        Optional<Leftover> leftover = Leftover.read(pidFile);
        Optional<ProcessHandle> process =
                leftover.flatMap(left -> ProcessHandle.of(left.pid())).filter(ProcessHandle::isAlive);
        if (process.isEmpty()) {
            return;
        }
        if (PostgresBinaries.isOurs(process.get(), folder)
                || answersForUs(leftover.get().port())) {
            LOG.info(
                    "ending the database server (process {}) that an earlier run left behind",
                    leftover.get().pid());
            stop();
            return;
        }
        // PostgreSQL would take any living process for the server and refuse to start.
        Files.deleteIfExists(pidFile);
    }

    private boolean answersForUs(int port) throws IOException {
        try (Connection connection = connect(port);
                Statement statement = connection.createStatement()) {
            return isOurs(statement);
        } catch (SQLException e) {
            return false;
        }
    }

    /** What PostgreSQL notes about a running server in its data directory. */
    private record Leftover(long pid, int port) {

        private static final int PORT_LINE = 3;

        static Optional<Leftover> read(Path pidFile) throws IOException {
            try {
                List<String> lines = Files.readAllLines(pidFile);
                return Optional.of(new Leftover(
                        Long.parseLong(lines.get(0).strip()),
                        Integer.parseInt(lines.get(PORT_LINE).strip())));
            } catch (NoSuchFileException | NumberFormatException | IndexOutOfBoundsException e) {
                return Optional.empty();
            }
        }
    }
}
