package org.qingwang.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/** The real PostgreSQL that both sides of every comparison share, as durable as in service. */
final class BenchServer implements AutoCloseable {

    /** Place of the time in user mode in what follows a process's name. */
    private static final int FIRST_TIME = 11;

    private final EmbeddedPostgres server;

    BenchServer() throws IOException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("max_connections", "200")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                .setServerConfig("pg_stat_statements.max", "10000")
                .start();
        execute("postgres", "create extension pg_stat_statements");
    }

    /** @return the JDBC address of a new, empty database of this name */
    String create(String database) {
        execute("postgres", "create database " + database);
        return url(database);
    }

    String url(String database) {
        return server.getJdbcUrl("postgres", database) + "&password=postgres";
    }

    void execute(String database, String sql) {
        try (Connection connection =
                        server.getDatabase("postgres", database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** What a database has done since it was created. */
    record Counters(double statements, double inserted, double updated, double deleted, double commits) {
        Counters per(Counters before, int cases) {
            return new Counters(
                    (statements - before.statements) / cases,
                    (inserted - before.inserted) / cases,
                    (updated - before.updated) / cases,
                    (deleted - before.deleted) / cases,
                    (commits - before.commits) / cases);
        }
    }

    Counters counters(String database) {
        String sql =
                """
                select (select coalesce(sum(calls), 0) from pg_stat_statements s
                        where s.dbid = d.datid and query !~* '^(begin|commit|rollback|set|show)'),
                       tup_inserted, tup_updated, tup_deleted, xact_commit
                from pg_stat_database d where datname = '%s'"""
                        .formatted(database);
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return new Counters(
                    row.getDouble(1), row.getDouble(2), row.getDouble(3), row.getDouble(4), row.getDouble(5));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Processor time all of the server's processes have used, those that have ended, too. */
    Duration processorTime() {
        ProcessHandle postmaster = postmaster();
        return Stream.concat(
                        Stream.of(used(postmaster.pid(), 4)),
                        postmaster.children().map(child -> used(child.pid(), 2)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Asked for while the session lasts: a process that has ended has no parent. */
    private ProcessHandle postmaster() {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            return ProcessHandle.of(row.getLong(1))
                    .flatMap(ProcessHandle::parent)
                    .orElseThrow();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Linux counts in hundredths of a second: a process's own time in two fields, that of its ended children in two more.
     * Sessions end in between, so that the running ones alone would tell too little.
     */
    private static Duration used(long pid, int fields) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] afterName = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long hundredths = Arrays.stream(afterName, FIRST_TIME, FIRST_TIME + fields)
                    .mapToLong(Long::parseLong)
                    .sum();
            return Duration.ofMillis(10 * hundredths);
        } catch (IOException ended) {
            return Duration.ZERO;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
