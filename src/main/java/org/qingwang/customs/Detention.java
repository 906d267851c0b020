package org.qingwang.customs;

import java.time.Instant;
import org.qingwang.agency.Jurisdiction;

/**
 * The work of customs on a case, from the examination of the goods on.
 *
 * @param id the row
 * @param ground why the goods are to be released; null if they are not, or if time decides
 * @param closedAt null while open
 */
public record Detention(
        long id,
        String caseNo,
        Jurisdiction jurisdiction,
        Stage stage,
        ReleaseGround ground,
        Instant openedAt,
        Instant closedAt) {}
