package org.qingwang.engine.executor;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import javax.sql.DataSource;

/** Opens a connection of its own beside the pool: one that may wait for minutes must not take a place in it. */
final class Line {

    private final DataSource pool;

    Line(DataSource pool) {
        this.pool = pool;
    }

    Connection open() throws SQLException {
        HikariDataSource settings = pool.unwrap(HikariDataSource.class);
        Properties properties = new Properties();
        settings.getDataSourceProperties().forEach((key, value) -> properties.put(key, value.toString()));
        if (settings.getUsername() != null) {
            properties.setProperty("user", settings.getUsername());
        }
        if (settings.getPassword() != null) {
            properties.setProperty("password", settings.getPassword());
        }
        properties.setProperty("ApplicationName", "qingwang jobs");
        properties.setProperty("tcpKeepAlive", "true");
        Connection connection = DriverManager.getConnection(settings.getJdbcUrl(), properties);
        try (Statement statement = connection.createStatement()) {
            // A hint that is lost in a crash was about work that is still in the table.
            statement.execute("set synchronous_commit = off");
        }
        return connection;
    }
}
