package org.qingwang.commerce.measure;

/**
 * What a decision says of goods still under measure.
 *
 * @param released lots released although the others are confiscated, as {@code measure/number} with commas; null if none
 */
public record GoodsOrder(Fate fate, String released) {

    /** Everything is given back. */
    public static final GoodsOrder RELEASE_ALL = new GoodsOrder(Fate.RELEASE, null);

    /** What becomes of them. */
    public enum Fate {
        CONFISCATE,
        RELEASE
    }
}
