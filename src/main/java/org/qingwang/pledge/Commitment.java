package org.qingwang.pledge;

import org.qingwang.common.Bilingual;

/**
 * One numbered item of a pledge.
 *
 * @param basis the article it stands on; null if it is no duty of the law
 */
public record Commitment(int number, Bilingual heading, Bilingual text, Bilingual basis, Measure measure) {

    public Commitment {
        if (number < 1 || heading == null || text == null || measure == null) {
            throw new IllegalArgumentException("commitment " + number + " is not complete");
        }
    }
}
