package org.qingwang.door;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Table {@code signing_key}: secrets all nodes share. */
@Repository
class SigningKeys {

    private final JdbcClient database;

    SigningKeys(JdbcClient database) {
        this.database = database;
    }

    byte[] of(String purpose) {
        return database.sql("select key from signing_key where purpose = :purpose")
                .param("purpose", purpose)
                .query(byte[].class)
                .single();
    }
}
