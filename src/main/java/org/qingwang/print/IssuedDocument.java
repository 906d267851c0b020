package org.qingwang.print;

import java.time.Instant;
import java.util.Optional;
import org.qingwang.agency.Jurisdiction;

/**
 * A document that was given out as a file.
 *
 * @param kind for example {@code customs-letter}; its name is the message {@code issued.<kind>}
 * @param issuer for whom it was issued; empty for the campaign office
 */
public record IssuedDocument(String kind, Optional<Jurisdiction> issuer, Instant issuedAt) {}
