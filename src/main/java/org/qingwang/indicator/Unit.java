package org.qingwang.indicator;

/** In what a figure is counted. */
public enum Unit {
    CASES,
    /** Yuan, exact to the cent. */
    CNY,
    ITEMS,
    /** Consignments of goods at the border. */
    BATCHES,
    /** Websites and online shops. */
    SITES,
    PERSONS,
    /** Dens where counterfeits are made, kept or sold. */
    DENS,
    TIMES,
    RECORDATIONS,
    FIRMS;

    public boolean isMoney() {
        return this == CNY;
    }

    public String messageKey() {
        return "indicator.unit." + name();
    }
}
