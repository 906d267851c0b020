package org.qingwang.door;

import java.io.Serializable;
import java.security.Principal;

/**
 * What a web session remembers of who signed in: as little as possible, since rights are read anew with each request.
 *
 * @param userId who
 * @param passwordStamp changes when the password does, which ends the session
 */
record SessionPrincipal(String userId, String passwordStamp) implements Principal, Serializable {

    @Override
    public String getName() {
        return userId;
    }
}
