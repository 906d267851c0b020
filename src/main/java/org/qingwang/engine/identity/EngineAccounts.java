package org.qingwang.engine.identity;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.PasswordPolicyResult;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.digest.PasswordManager;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.qingwang.agency.Accounts;
import org.qingwang.agency.EngineRights;
import org.qingwang.agency.Officer;
import org.qingwang.common.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts in the engine's own table of users, written in the transaction of whoever asks. */
@Component
@Transactional
class EngineAccounts implements Accounts {

    /** What a stored password looks like, and the salt that goes with it. */
    private record Hashed(String password, String salt) {}

    private final JdbcClient database;
    private final IdentityService identity;
    private final ProcessEngineConfigurationImpl configuration;
    private final IdentityMirror mirror;

    EngineAccounts(
            JdbcClient database,
            IdentityService identity,
            ProcessEngineConfigurationImpl configuration,
            IdentityMirror mirror) {
        this.database = database;
        this.identity = identity;
        this.configuration = configuration;
        this.mirror = mirror;
    }

    @Override
    public List<String> violations(String password, Officer officer) {
        User user = identity.newUser(officer.id());
        user.setFirstName(officer.name());
        PasswordPolicyResult result = identity.checkPasswordAgainstPolicy(password, user);
        return result.getViolatedRules().stream()
                .map(rule -> messageKey(rule.getPlaceholder()))
                .toList();
    }

    @Override
    public void setPassword(Officer officer, String password) {
        Hashed hashed = hash(password);
        insert(officer, hashed);
        database.sql("update act_id_user set pwd_ = :password, salt_ = :salt, rev_ = rev_ + 1 where id_ = :id")
                .param("password", hashed.password())
                .param("salt", hashed.salt())
                .param("id", officer.id())
                .update();
    }

    @Override
    public void createMissing(Collection<Officer> officers, String password) {
        if (officers.isEmpty()) {
            return;
        }
        Hashed hashed = hash(password);
        officers.forEach(officer -> insert(officer, hashed));
    }

    @Override
    public boolean passwordMatches(String userId, String password) {
        Optional<Hashed> stored = stored(userId);
        if (stored.isEmpty()) {
            hash(password);
            return false;
        }
        String salted = EncryptionUtil.saltPassword(password, stored.get().salt());
        return passwords().check(salted, stored.get().password());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> passwordStamp(String userId) {
        return stored(userId).map(hashed -> stamp(hashed.password()));
    }

    @Override
    public void mirror(EngineRights rights) {
        mirror.apply(rights);
    }

    private void insert(Officer officer, Hashed hashed) {
        database.sql("""
                        insert into act_id_user (id_, rev_, first_, last_, pwd_, salt_)
                        values (:id, 1, :name, '', :password, :salt) on conflict do nothing
                        """)
                .param("id", officer.id())
                .param("name", officer.name())
                .param("password", hashed.password())
                .param("salt", hashed.salt())
                .update();
    }

    private Optional<Hashed> stored(String userId) {
        return database.sql("select pwd_, salt_ from act_id_user where id_ = :id and pwd_ is not null")
                .param("id", userId)
                .query((row, number) -> new Hashed(row.getString("pwd_"), row.getString("salt_")))
                .optional();
    }

    private Hashed hash(String password) {
        String salt = configuration.getSaltGenerator().generateSalt();
        return new Hashed(passwords().encrypt(EncryptionUtil.saltPassword(password, salt)), salt);
    }

    private PasswordManager passwords() {
        return configuration.getPasswordManager();
    }

    private static String messageKey(String rule) {
        return "agency.password." + rule.replace("PASSWORD_POLICY_", "").toLowerCase(Locale.ROOT);
    }

    private static String stamp(String hash) {
        return Sha256.hex(hash).substring(0, 16);
    }
}
