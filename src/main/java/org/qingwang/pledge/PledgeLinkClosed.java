package org.qingwang.pledge;

/** A link that opens nothing any more. */
public class PledgeLinkClosed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final PledgeLink.State state;

    PledgeLinkClosed(PledgeLink.State state) {
        super("a pledge's link, " + state);
        this.state = state;
    }

    public PledgeLink.State state() {
        return state;
    }
}
