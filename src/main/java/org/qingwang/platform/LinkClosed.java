package org.qingwang.platform;

/** A link that can no longer be answered. */
public class LinkClosed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final NoticeLink.State state;

    public LinkClosed(NoticeLink.State state) {
        super("link is " + state);
        this.state = state;
    }

    public NoticeLink.State state() {
        return state;
    }
}
