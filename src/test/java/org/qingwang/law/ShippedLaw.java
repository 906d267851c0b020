package org.qingwang.law;

/** The law as this product brings it, for tests of other packages that need no application. */
public final class ShippedLaw {

    private ShippedLaw() {}

    public static Thresholds thresholds() {
        return new Thresholds(Law.shipped());
    }
}
