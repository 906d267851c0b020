package org.qingwang.engine.persistence;

import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.util.EnsureUtil;

/** Describes a row whose id is wrong when its id is wrong; the engine writes the description for every row it adds. */
class TerseEntityManager extends DbEntityManager {

    TerseEntityManager(IdGenerator ids) {
        super(ids, Context.getCommandContext().getSession(PersistenceSession.class));
    }

    @Override
    protected void validateId(DbEntity row) {
        EnsureUtil.ensureValidIndividualResourceId(row.getClass().getSimpleName() + " has an invalid id", row.getId());
    }
}
