package org.qingwang.rights;

import java.util.Set;
import org.qingwang.agency.Actor;
import org.qingwang.agency.Actors;
import org.qingwang.agency.Agency;
import org.qingwang.common.BadInput;
import org.qingwang.common.NotAllowed;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;

/** Brings files of offices and rights holders into the register. */
@Service
public class RightsImportService {

    /** The largest file taken at once, in megabytes of 1,048,576 bytes. */
    public static final int MOST_MEGABYTES = 100;

    private static final Set<Agency> AGENCIES_THAT_KEEP_THE_REGISTER = Set.of(Agency.COMMERCE, Agency.CUSTOMS);

    private final RegisterWriter writer;

    RightsImportService(RegisterWriter writer) {
        this.writer = writer;
    }

    /**
     * Takes a file in WIPO ST.66, WIPO ST.96 or CSV; which one is recognised from its content. Records go in a few at a
     * time, each few in a transaction of their own: a bad record is reported while the rest goes in, and importing the
     * same file again changes nothing.
     *
     * @param file read up to three times from its beginning
     * @throws BadInput if the file as a whole cannot be taken; nothing of it is stored then
     * @throws NotAllowed if the current actor may not add to the register
     */
    public ImportReport importFile(InputStreamSource file) {
        if (!mayImport(Actors.current())) {
            throw new NotAllowed("importing into the rights register");
        }
        ImportRun run = new ImportRun(writer);
        RegisterFile.read(file, run);
        return run.finish();
    }

    /** Whether this actor may add to the register: who guards the right, and systems whose key was made for it. */
    public boolean mayImport(Actor actor) {
        boolean officer = actor.homeJurisdiction()
                .filter(home -> AGENCIES_THAT_KEEP_THE_REGISTER.contains(home.agency()))
                .isPresent();
        return officer
                || actor.isIn(Actor.OFFICE_GROUP)
                || actor.isAdministrator()
                || isSystemWithKey(actor)
                || actor.equals(Actor.SYSTEM);
    }

    /** A key's scope has been checked at the door of the API. */
    private static boolean isSystemWithKey(Actor actor) {
        return actor.userId().startsWith("api:");
    }
}
