package org.qingwang.engine.persistence;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ibatis.builder.SqlSourceBuilder;
import org.apache.ibatis.mapping.BoundSql;
import org.apache.ibatis.mapping.SqlSource;
import org.apache.ibatis.scripting.xmltags.DynamicContext;
import org.apache.ibatis.scripting.xmltags.SqlNode;
import org.apache.ibatis.session.Configuration;

/**
 * A statement of the engine that is put together anew for each parameter, and whose places for values are looked up only
 * once for each text that comes out. Finding them again each time was a twentieth of the time a case took in the JVM.
 */
final class RememberedSql implements SqlSource {

    /** What MyBatis itself binds; anything more depends on the value, not only on the text. */
    private static final int OWN_BINDINGS = 2;

    /** Texts of one statement. A search may be put together in more ways than are worth remembering. */
    private static final int MOST = 64;

    private final Configuration configuration;
    private final SqlNode statement;
    private final Map<Text, SqlSource> known = new ConcurrentHashMap<>();

    RememberedSql(Configuration configuration, SqlNode statement) {
        this.configuration = configuration;
        this.statement = statement;
    }

    @Override
    public BoundSql getBoundSql(Object parameter) {
        DynamicContext context = new DynamicContext(configuration, parameter);
        statement.apply(context);
        Map<String, Object> bindings = context.getBindings();
        Text text = new Text(context.getSql(), parameter == null ? Object.class : parameter.getClass());
        BoundSql bound = source(text, bindings).getBoundSql(parameter);
        bindings.forEach(bound::setAdditionalParameter);
        return bound;
    }

    private SqlSource source(Text text, Map<String, Object> bindings) {
        if (bindings.size() > OWN_BINDINGS) {
            return parse(text, bindings);
        }
        SqlSource source = known.get(text);
        if (source == null) {
            source = parse(text, bindings);
            if (known.size() < MOST) {
                known.put(text, source);
            }
        }
        return source;
    }

    private SqlSource parse(Text text, Map<String, Object> bindings) {
        return new SqlSourceBuilder(configuration).parse(text.sql(), text.parameter(), bindings);
    }

    private record Text(String sql, Class<?> parameter) {}
}
