package org.qingwang.print;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Jurisdiction;
import org.qingwang.common.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers documents by their digests, so that anybody who holds one can ask whether it was issued here and is unchanged.
 * What stands in it, and whom it is about, is not kept.
 */
@Service
@Transactional
public class IssuedDocuments {

    private final JdbcClient jdbc;
    private final Clock clock;

    IssuedDocuments(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Remembers a document that the current person is given. The same file twice is remembered once.
     *
     * @param kind what it is, see {@link IssuedDocument}
     */
    public void issued(byte[] content, String kind) {
        jdbc.sql("""
                        insert into issued_document (sha256, kind, issuer, issued_at)
                        values (:sha256, :kind, :issuer, :at)
                        on conflict do nothing
                        """)
                .param("sha256", Sha256.of(content))
                .param("kind", kind)
                .param(
                        "issuer",
                        Actors.current()
                                .homeJurisdiction()
                                .map(Jurisdiction::id)
                                .orElse(null),
                        Types.VARCHAR)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @return the document with this SHA-256; empty if none like it was issued */
    @Transactional(readOnly = true)
    public Optional<IssuedDocument> find(byte[] sha256) {
        return jdbc.sql("select * from issued_document where sha256 = :sha256")
                .param("sha256", sha256)
                .query((row, number) -> new IssuedDocument(
                        row.getString("kind"),
                        Optional.ofNullable(row.getString("issuer")).map(Jurisdiction::parse),
                        row.getObject("issued_at", OffsetDateTime.class).toInstant()))
                .optional();
    }
}
