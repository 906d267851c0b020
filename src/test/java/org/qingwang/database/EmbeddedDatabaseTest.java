package org.qingwang.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingwang.support.Folders;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;

/** Without this, whoever only cloned the repository has no database; or has one that loses a case in a power cut. */
class EmbeddedDatabaseTest {

    /** One for all tests: the programs are unpacked into it once. */
    @TempDir
    static Path folder;

    private EmbeddedDatabase database;

    /** A database as the first start leaves it: creating one takes most of a start. */
    @TempDir
    static Path created;

    @BeforeAll
    static void create() throws IOException {
        EmbeddedDatabase first = EmbeddedDatabase.starting(folder);
        first.afterPropertiesSet();
        first.destroy();
        copy(folder, created);
    }

    @BeforeEach
    void startFromACreatedDatabase() throws IOException {
        startFromNothing();
        copy(created, folder);
    }

    private static void startFromNothing() throws IOException {
        for (Path file : data(folder)) {
            FileSystemUtils.deleteRecursively(file);
        }
    }

    private static List<Path> data(Path from) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("postgresql-"))
                    .toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path part : data(from)) {
            Folders.copy(part, to.resolve(part.getFileName()));
        }
    }

    @AfterEach
    void stop() {
        if (database != null) {
            database.destroy();
        }
    }

    @Test
    void whatIsCommittedIsOnTheDisk() throws IOException {
        startFromNothing();
        start();
        assertThat(setting("fsync")).isEqualTo("on");
        assertThat(setting("synchronous_commit")).isEqualTo("on");
        assertThat(setting("full_page_writes")).isEqualTo("on");
        assertThat(setting("listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(setting("server_encoding")).isEqualTo("UTF8");
        assertThat(setting("server_version")).startsWith("17.");
    }

    @Test
    void twoChineseNamesOfOneSellerAreAlike() {
        start();
        jdbc().sql("create extension pg_trgm").update();
        assertThat(jdbc().sql("select similarity('义乌市锐步鞋业有限公司', '义乌锐步鞋业公司') > 0.2")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void nobodyElseOnTheMachineGetsIn() throws IOException {
        start();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("database-password"))))
                .isEqualTo("rw-------");
        for (String guess : List.of("", "postgres", "qingwang")) {
            assertThatThrownBy(() -> DriverManager.getConnection(database.address(), PostgresServer.USER, guess)
                            .close())
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void dataSurviveARestart() {
        start();
        remember();
        database.destroy();
        start();
        assertThat(remembered()).isEqualTo(1);
    }

    @Test
    void aKilledRunLosesNothingAndItsServerIsEnded() throws IOException {
        Process owner = startOwner();
        ProcessHandle leftover = server();
        remember(owner);
        owner.destroyForcibly();
        await().until(() -> !owner.isAlive());
        assertThat(leftover.isAlive())
                .as("a killed run leaves its server behind")
                .isTrue();

        start();

        assertThat(remembered()).isEqualTo(1);
        await().atMost(Duration.ofSeconds(10)).until(() -> !leftover.isAlive());
    }

    @Test
    void aServerKilledTogetherWithItsOwnerComesBackWithEverythingCommitted() throws IOException {
        Process owner = startOwner();
        ProcessHandle leftover = server();
        remember(owner);
        owner.destroyForcibly();
        leftover.destroyForcibly();
        await().until(() -> !owner.isAlive() && !leftover.isAlive());

        start();

        assertThat(remembered()).isEqualTo(1);
    }

    @Test
    void aSecondApplicationOnTheSameFolderIsRefused() throws IOException {
        Process owner = startOwner();
        try {
            assertThatThrownBy(() -> EmbeddedDatabase.starting(folder))
                    .isInstanceOf(DatabaseUnavailable.class)
                    .hasMessageContaining("Another Qingwang is running on the data folder " + folder.toRealPath());
            assertThat(server().isAlive()).as("the first one's server goes on").isTrue();
        } finally {
            owner.destroyForcibly();
            await().until(() -> !owner.isAlive());
            start();
        }
    }

    @Test
    void anotherServerIsNeverTouchedEvenIfAnOldFileNamesIt() throws Exception {
        start();
        remember();
        database.destroy();
        try (EmbeddedPostgres stranger = EmbeddedPostgres.start()) {
            ProcessHandle process = postmasterOf(stranger);
            pretendToHaveLeft(process.pid(), stranger.getPort());

            start();

            assertThat(remembered()).isEqualTo(1);
            assertThat(process.isAlive()).isTrue();
            try (Connection connection = stranger.getPostgresDatabase().getConnection()) {
                assertThat(connection.isValid(5)).isTrue();
            }
        }
    }

    @Test
    void aProcessThatGotTheNumberOfADeadServerIsNotTakenForIt() throws IOException {
        start();
        database.destroy();
        pretendToHaveLeft(ProcessHandle.current().pid(), 1);
        start();
        assertThat(setting("fsync")).isEqualTo("on");
    }

    @Test
    void aRunKilledWhileItCreatedTheDatabaseDoesNotSpoilTheNext() throws IOException {
        startFromNothing();
        Files.createDirectories(folder.resolve("database.new"));
        Files.writeString(folder.resolve("database.new").resolve("PG_VERSION"), "17");
        start();
        assertThat(setting("fsync")).isEqualTo("on");
    }

    @Test
    void dataOfAnotherPostgresVersionAreLeftAlone() throws IOException {
        startFromNothing();
        Files.createDirectories(folder.resolve("database"));
        Files.writeString(folder.resolve("database").resolve("PG_VERSION"), "16\n");
        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("written by PostgreSQL 16");
    }

    @Test
    void anUnusableFolderIsNamedTogetherWithTheWayOut() throws IOException {
        Path file = Files.createFile(folder.resolve("occupied"));
        assertThatThrownBy(() -> EmbeddedDatabase.starting(file)).satisfies(failure -> {
            FailureAnalysis analysis = new DatabaseUnavailableAnalyzer().analyze(failure);
            assertThat(analysis.getDescription()).contains(file.toString());
            assertThat(analysis.getAction())
                    .contains(
                            "SPRING_DATASOURCE_URL",
                            "SPRING_DATASOURCE_USERNAME",
                            "SPRING_DATASOURCE_PASSWORD",
                            "QINGWANG_DATA");
        });
    }

    @Test
    void aServerThatDoesNotStartSaysWhy() throws IOException {
        start();
        database.destroy();
        Files.writeString(folder.resolve("database").resolve("postgresql.auto.conf"), "shared_buffers = 'much'\n");
        assertThatThrownBy(this::start)
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("did not start")
                .hasMessageContaining("shared_buffers");
    }

    @Test
    void theConnectionPoolIsGoneBeforeTheServerStops() {
        AtomicBoolean servedToTheEnd = new AtomicBoolean();
        GenericApplicationContext context = new GenericApplicationContext();
        TestPropertyValues.of("qingwang.data=" + folder).applyTo(context);
        new EmbeddedDatabaseInitializer().initialize(context);
        context.registerBean("pool", DataSource.class, () -> new Pool(context, servedToTheEnd));
        context.refresh();

        context.close();

        assertThat(servedToTheEnd).isTrue();
        assertThat(folder.resolve("database/postmaster.pid")).doesNotExist();
    }

    @Test
    void whoNamesADatabaseGetsNoOther() {
        GenericApplicationContext context = new GenericApplicationContext();
        TestPropertyValues.of("qingwang.data=" + folder, "spring.datasource.url=jdbc:postgresql://db/qingwang")
                .applyTo(context);
        new EmbeddedDatabaseInitializer().initialize(context);
        context.refresh();
        assertThat(context.containsBean(EmbeddedDatabaseInitializer.BEAN_NAME)).isFalse();
        context.close();
    }

    @Test
    void productionRefusesTheEmbeddedDatabase() {
        GenericApplicationContext context = new GenericApplicationContext();
        context.getEnvironment().setActiveProfiles("prod");
        assertThatThrownBy(() -> new EmbeddedDatabaseInitializer().initialize(context))
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageContaining("prod");
    }

    private void start() {
        database = EmbeddedDatabase.starting(folder);
        database.afterPropertiesSet();
    }

    private JdbcClient jdbc() {
        return jdbc(database.address());
    }

    private static JdbcClient jdbc(String address) {
        try {
            String password = Files.readString(folder.resolve("database-password"));
            return JdbcClient.create(new DriverManagerDataSource(address, PostgresServer.USER, password));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String setting(String name) {
        return jdbc().sql("show " + name).query(String.class).single();
    }

    private void remember() {
        remember(jdbc());
    }

    private static void remember(Process owner) throws IOException {
        BufferedReader output = owner.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        while (line != null && !line.startsWith("jdbc:")) {
            line = output.readLine();
        }
        remember(jdbc(line));
    }

    private static void remember(JdbcClient jdbc) {
        jdbc.sql("create table memory (n int)").update();
        jdbc.sql("insert into memory values (1)").update();
    }

    private int remembered() {
        return jdbc().sql("select count(*) from memory").query(Integer.class).single();
    }

    /** Returns when the owner's server answers. */
    private static Process startOwner() throws IOException {
        Process owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DatabaseOwner.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        Path pidFile = folder.resolve("database/postmaster.pid");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.exists(pidFile) && Files.readString(pidFile).contains("ready"));
        return owner;
    }

    private static ProcessHandle server() throws IOException {
        return processIn(folder.resolve("database"));
    }

    private static ProcessHandle postmasterOf(EmbeddedPostgres stranger) throws IOException {
        String directory = JdbcClient.create(stranger.getPostgresDatabase())
                .sql("show data_directory")
                .query(String.class)
                .single();
        return processIn(Path.of(directory));
    }

    private static ProcessHandle processIn(Path directory) throws IOException {
        String pid = Files.readAllLines(directory.resolve("postmaster.pid")).get(0);
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    private static void pretendToHaveLeft(long pid, int port) throws IOException {
        Files.writeString(
                folder.resolve("database/postmaster.pid"),
                String.join(
                        "\n",
                        String.valueOf(pid),
                        folder.resolve("database").toString(),
                        "1790000000",
                        String.valueOf(port),
                        "",
                        "127.0.0.1",
                        "0",
                        "ready   ",
                        ""));
    }

    /** A data source that, like a pool, still needs the server while it closes. */
    private static final class Pool extends DriverManagerDataSource implements AutoCloseable {

        private final AtomicBoolean served;

        Pool(GenericApplicationContext context, AtomicBoolean served) {
            super(
                    context.getEnvironment().getRequiredProperty("spring.datasource.url"),
                    context.getEnvironment().getRequiredProperty("spring.datasource.username"),
                    context.getEnvironment().getRequiredProperty("spring.datasource.password"));
            this.served = served;
        }

        @Override
        public void close() throws SQLException {
            try (Connection connection = getConnection()) {
                served.set(connection.isValid(5));
            }
        }
    }
}
