package org.qingwang.rehearsal;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The database in which a rehearsal plays: beside the installation's on the same server, made for the rehearsal and
 * dropped after it. A second one keeps what was there before the first case, so that each run begins with the same.
 */
@Component
class StageDatabase {

    private static final Pattern ADDRESS = Pattern.compile("(jdbc:postgresql:(?://[^/]*/)?)([^?]*)(\\?.*)?");

    /** PostgreSQL cuts longer names off. */
    private static final int LONGEST_STEM = 45;

    private final JdbcClient jdbc;
    private final DataSource pool;

    StageDatabase(JdbcClient jdbc, DataSource pool) {
        this.jdbc = jdbc;
        this.pool = pool;
    }

    /** How the stage's application gets in. */
    record Access(String address, String user, String password) {}

    /** Whether this installation's account may create databases. */
    boolean mayBeMade() {
        return jdbc.sql("select rolcreatedb or rolsuper from pg_roles where rolname = current_user")
                .query(Boolean.class)
                .single();
    }

    String account() {
        return jdbc.sql("select current_user").query(String.class).single();
    }

    /** Makes an empty one in place of whatever a rehearsal that was killed left behind. */
    Access make() {
        drop();
        execute("create database " + name());
        // What is lost in a crash is rehearsed again.
        execute("alter database " + name() + " set synchronous_commit = off");
        return access();
    }

    /** Keeps what is there now as that with which each run begins. Nobody may be connected. */
    void keep() {
        cutOff(name());
        execute("create database " + kept() + " template " + name());
    }

    /** Puts back what was kept. */
    void putBack() {
        execute("drop database if exists " + name() + " with (force)");
        execute("create database " + name() + " template " + kept());
        execute("alter database " + name() + " set synchronous_commit = off");
    }

    void drop() {
        execute("drop database if exists " + name() + " with (force)");
        execute("drop database if exists " + kept() + " with (force)");
    }

    /** Whether one is there, of a rehearsal under way or of one that was killed. */
    boolean isThere() {
        return jdbc.sql("select exists (select from pg_database where datname in (?, ?))")
                .params(plain("_rehearsal"), plain("_rehearsal_kept"))
                .query(Boolean.class)
                .single();
    }

    private void cutOff(String quoted) {
        jdbc.sql("select count(pg_terminate_backend(pid)) from pg_stat_activity where quote_ident(datname) = ?")
                .param(quoted)
                .query(Long.class)
                .single();
    }

    private Access access() {
        try {
            HikariDataSource settings = pool.unwrap(HikariDataSource.class);
            Matcher address = ADDRESS.matcher(settings.getJdbcUrl());
            if (!address.matches()) {
                throw new IllegalStateException("no address of a PostgreSQL database: " + settings.getJdbcUrl());
            }
            String options = address.group(3) == null ? "" : address.group(3);
            return new Access(
                    address.group(1) + plain("_rehearsal") + options, settings.getUsername(), settings.getPassword());
        } catch (SQLException e) {
            throw new IllegalStateException("the data source is no connection pool", e);
        }
    }

    private String name() {
        return quoted(plain("_rehearsal"));
    }

    private String kept() {
        return quoted(plain("_rehearsal_kept"));
    }

    private String plain(String ending) {
        String own = jdbc.sql("select current_database()").query(String.class).single();
        String stem = own.length() <= LONGEST_STEM
                ? own
                : own.substring(0, LONGEST_STEM - 8) + Integer.toHexString(own.hashCode());
        return stem + ending;
    }

    private String quoted(String name) {
        return jdbc.sql("select quote_ident(?)").param(name).query(String.class).single();
    }

    private void execute(String statement) {
        jdbc.sql(statement).update();
    }
}
