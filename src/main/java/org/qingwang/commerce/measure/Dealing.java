package org.qingwang.commerce.measure;

/**
 * What becomes of goods under a measure.
 *
 * @param items their numbers on the list, with commas; null for all that are still held
 * @param documentNo number of the document it is done by
 */
public record Dealing(Result result, String items, String documentNo, String reason) {

    /** The ways goods leave a measure before the case is decided. */
    public enum Result {
        /** Given back. */
        RELEASE,
        /** What was registered is sealed or seized. */
        SEIZE,
        /** To the police, with a referral. */
        HAND_OVER;

        ItemState state() {
            return switch (this) {
                case RELEASE -> ItemState.RELEASED;
                case SEIZE -> ItemState.SEIZED;
                case HAND_OVER -> ItemState.HANDED_OVER;
            };
        }

        public String messageKey() {
            return "commerce.dealing." + name();
        }
    }
}
