package org.qingwang.agency;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The accounts people sign in with, as the engine keeps them. Written by the engine's side of the house. */
public interface Accounts {

    /** What a password breaks of the policy, as message keys; empty if it may be used. */
    List<String> violations(String password, Officer officer);

    /** Makes the account if there is none, and sets its password. */
    void setPassword(Officer officer, String password);

    /** Gives those of the officers that have no account one with this password, hashed once for all. */
    void createMissing(Collection<Officer> officers, String password);

    /**
     * Whether this is the person's password. Takes as long for an account that does not exist.
     *
     * @param userId as typed
     */
    boolean passwordMatches(String userId, String password);

    /** Changes whenever the account's password does; empty if there is no account. Never the password or its hash. */
    Optional<String> passwordStamp(String userId);

    /**
     * Makes the engine's tenants, groups, users, memberships and grants be exactly these. Quick when nothing changed; safe
     * to call again and on two nodes at once.
     */
    void mirror(EngineRights rights);
}
