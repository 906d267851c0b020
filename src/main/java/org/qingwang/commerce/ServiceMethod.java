package org.qingwang.commerce;

/** How a decision reached the party. */
public enum ServiceMethod {
    IN_PERSON,
    ELECTRONIC,
    MAIL,
    /** Left at the place, with witnesses or a recording, because the party refused it. */
    LEFT_AT_PLACE,
    /** Through another authority. */
    ENTRUSTED,
    PUBLIC_NOTICE;

    /** Whether the signature of whoever took it is not proof enough. */
    boolean needsProof() {
        return this == MAIL || this == LEFT_AT_PLACE || this == PUBLIC_NOTICE;
    }

    public String messageKey() {
        return "commerce.service-method." + name();
    }
}
