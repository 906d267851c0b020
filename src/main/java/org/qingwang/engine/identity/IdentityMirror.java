package org.qingwang.engine.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.qingwang.agency.EngineRights;
import org.qingwang.common.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes agencies and people into the engine's identity tables. By SQL, set by set: the engine's own services would take
 * some thousand statements for the provinces of China, at every start.
 */
@Component
class IdentityMirror {

    /** Any number, as long as nothing else in this database locks it. */
    private static final long LOCK = 0x71696e67_77616e67L;

    private final JdbcClient database;

    IdentityMirror(JdbcClient database) {
        this.database = database;
    }

    /** Must be called in a transaction: another node waits until it ends, then finds nothing to do. */
    void apply(EngineRights rights) {
        database.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, number) -> true)
                .single();
        List<Grants.Grant> grants = Grants.all();
        String digest = Sha256.hex(rights.tenants() + "\n" + rights.groups() + "\n" + rights.memberships() + "\n"
                + rights.officers() + "\n" + grants);
        if (digest.equals(lastDigest())) {
            return;
        }
        tenants(rights.tenants());
        groups(rights.groups());
        names(rights);
        memberships(rights);
        tenantMembers(rights.groups());
        grants(grants);
        remember(digest);
    }

    private String lastDigest() {
        return database.sql("select digest from engine_mirror")
                .query(String.class)
                .optional()
                .orElse("");
    }

    private void remember(String digest) {
        database.sql("""
                        insert into engine_mirror (digest) values (:digest)
                        on conflict (one) do update set digest = excluded.digest
                        """).param("digest", digest).update();
    }

    private void tenants(List<EngineRights.Tenant> tenants) {
        database.sql("""
                        insert into act_id_tenant (id_, rev_, name_)
                        select id, 1, name from unnest(:ids::text[], :names::text[]) as t (id, name)
                        on conflict (id_) do update set name_ = excluded.name_
                        """)
                .param("ids", texts(tenants, EngineRights.Tenant::id))
                .param("names", texts(tenants, EngineRights.Tenant::name))
                .update();
    }

    private void groups(List<EngineRights.Group> groups) {
        database.sql("""
                        insert into act_id_group (id_, rev_, name_, type_)
                        select id, 1, name, 'WORKFLOW' from unnest(:ids::text[], :names::text[]) as g (id, name)
                        on conflict (id_) do update set name_ = excluded.name_
                        """)
                .param("ids", texts(groups, EngineRights.Group::id))
                .param("names", texts(groups, EngineRights.Group::name))
                .update();
    }

    private void names(EngineRights rights) {
        database.sql("""
                        update act_id_user u set first_ = n.name, rev_ = rev_ + 1
                        from unnest(:ids::text[], :names::text[]) as n (id, name)
                        where u.id_ = n.id and u.first_ is distinct from n.name
                        """)
                .param("ids", texts(rights.officers(), officer -> officer.id()))
                .param("names", texts(rights.officers(), officer -> officer.name()))
                .update();
    }

    private void memberships(EngineRights rights) {
        List<String> users = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        rights.memberships()
                .forEach((user, memberOf) -> memberOf.forEach(group -> {
                    users.add(user);
                    groups.add(group);
                }));
        database.sql("""
                        delete from act_id_membership where (user_id_, group_id_) not in
                            (select * from unnest(:users::text[], :groups::text[]))
                        """)
                .param("users", texts(users, user -> user))
                .param("groups", texts(groups, group -> group))
                .update();
        database.sql("""
                        insert into act_id_membership (user_id_, group_id_)
                        select member.* from unnest(:users::text[], :groups::text[]) as member (user_id, group_id)
                        on conflict do nothing
                        """)
                .param("users", texts(users, user -> user))
                .param("groups", texts(groups, group -> group))
                .update();
    }

    private void tenantMembers(List<EngineRights.Group> groups) {
        List<String> tenants = new ArrayList<>();
        List<String> members = new ArrayList<>();
        groups.forEach(group -> group.tenants().forEach(tenant -> {
            tenants.add(tenant);
            members.add(group.id());
        }));
        database.sql("delete from act_id_tenant_member where user_id_ is not null")
                .update();
        database.sql("""
                        insert into act_id_tenant_member (id_, tenant_id_, group_id_)
                        select md5(tenant || ' ' || member), tenant, member
                        from unnest(:tenants::text[], :members::text[]) as t (tenant, member)
                        on conflict do nothing
                        """)
                .param("tenants", texts(tenants, tenant -> tenant))
                .param("members", texts(members, member -> member))
                .update();
    }

    private void grants(List<Grants.Grant> grants) {
        String[] groups = texts(grants, Grants.Grant::group);
        Integer[] resources = grants.stream().map(Grants.Grant::resource).toArray(Integer[]::new);
        String[] ids = texts(grants, Grants.Grant::id);
        Integer[] permissions = grants.stream().map(Grants.Grant::permissions).toArray(Integer[]::new);
        database.sql("""
                        delete from act_ru_authorization
                        where group_id_ is not null and (group_id_, resource_type_, resource_id_) not in
                            (select * from unnest(:groups::text[], :resources::int[], :ids::text[]))
                        """)
                .param("groups", groups)
                .param("resources", resources)
                .param("ids", ids)
                .update();
        database.sql("""
                        insert into act_ru_authorization
                            (id_, rev_, type_, group_id_, resource_type_, resource_id_, perms_)
                        select md5(concat_ws(' ', group_id, resource, id)), 1, 1, group_id, resource, id, permissions
                        from unnest(:groups::text[], :resources::int[], :ids::text[], :permissions::int[])
                            as g (group_id, resource, id, permissions)
                        on conflict (type_, group_id_, resource_type_, resource_id_)
                            do update set perms_ = excluded.perms_, rev_ = act_ru_authorization.rev_ + 1
                        """)
                .param("groups", groups)
                .param("resources", resources)
                .param("ids", ids)
                .param("permissions", permissions)
                .update();
    }

    private static <T> String[] texts(Collection<T> items, Function<T, String> text) {
        return items.stream().map(text).toArray(String[]::new);
    }
}
