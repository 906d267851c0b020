package org.qingwang.publicsecurity;

/** Sets referrals going and tells the case about them. Implemented on the engine, in the current transaction. */
public interface ReferralWorkflow {

    /** Starts the process of a referral. */
    void begin(Referral referral);

    /** The police filed: the administration's own work on the case ends, if there is any. */
    void policeFiled(Referral referral);

    /** The police do not file, and nobody asks further: whoever waited for them goes on. */
    void returned(Referral referral);

    /** The police's case went to prosecution, or back to the administration. */
    void ended(Referral referral, Answer answer);
}
