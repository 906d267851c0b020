package org.qingwang.engine.decision;

import camundajar.impl.scala.collection.immutable.Map;
import camundajar.impl.scala.jdk.javaapi.CollectionConverters;
import camundajar.impl.scala.util.Either;
import camundajar.impl.scala.util.Right;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.camunda.bpm.dmn.feel.impl.scala.ContextVariableWrapper;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.feel.FeelEngine.Failure;
import org.camunda.feel.api.EvaluationFailure;
import org.camunda.feel.api.EvaluationFailureType.ASSERT_FAILURE$;
import org.camunda.feel.context.Context;
import org.camunda.feel.context.CustomContext;
import org.camunda.feel.context.FunctionProvider;
import org.camunda.feel.context.VariableProvider;
import org.camunda.feel.impl.interpreter.BuiltinFunctions;
import org.camunda.feel.impl.interpreter.EvalContext;
import org.camunda.feel.impl.interpreter.FeelInterpreter;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.camunda.feel.syntaxtree.Val;
import org.camunda.feel.syntaxtree.ValError;
import org.camunda.feel.syntaxtree.ValFatalError;

/**
 * FEEL as the engine brings it, except that an expression is parsed once and not at each use: a decision table asks every
 * cell anew for each complaint, and a form each of its conditions. All expressions come from models and forms we deploy,
 * so what is remembered stays small. The library also makes its seventy built-in functions anew for each evaluation; here
 * they are made once, and its interpreter is asked directly. Whatever fails is evaluated again the library's way, so
 * that it fails with the library's words. Newer releases of the library advise against the calls used here, which are
 * those of the engine's own adapter; this one offers no others.
 */
@SuppressWarnings("deprecation")
class RememberingFeel extends ScalaFeelEngine {

    private final ConcurrentMap<String, ParsedExpression> expressions = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, ParsedExpression> tests = new ConcurrentHashMap<>();

    private final FeelInterpreter interpreter;
    private final FunctionProvider functions;

    RememberingFeel() {
        super(List.of());
        interpreter = new FeelInterpreter(feelEngine.valueMapper());
        functions = new FunctionProvider.CompositeFunctionProvider(toScalaList(
                new BuiltinFunctions(feelEngine.clock(), feelEngine.valueMapper()), feelEngine.functionProvider()));
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        ParsedExpression parsed = expressions.computeIfAbsent(expression, parsing(feelEngine::parseExpression));
        return (T) value(parsed, new ContextVariableWrapper(variables));
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String expression, String inputVariable, VariableContext variables) {
        ParsedExpression parsed = tests.computeIfAbsent(expression, parsing(feelEngine::parseUnaryTests));
        VariableProvider input =
                new VariableProvider.StaticVariableProvider(new Map.Map1<>(INPUT_VARIABLE_NAME, inputVariable));
        VariableProvider both = new VariableProvider.CompositeVariableProvider(
                toScalaList(input, new ContextVariableWrapper(variables)));
        return Boolean.TRUE.equals(value(parsed, both));
    }

    private Object value(ParsedExpression parsed, VariableProvider variables) {
        Context context = context(variables);
        EvalContext evaluation =
                EvalContext.create(feelEngine.valueMapper(), functions).merge(context);
        Val result = interpreter.eval(parsed.expression(), evaluation);
        if (result instanceof ValError || result instanceof ValFatalError || hasFailedAssertion(evaluation)) {
            return right(feelEngine.eval(parsed, context));
        }
        return feelEngine.valueMapper().unpackVal(result);
    }

    private static boolean hasFailedAssertion(EvalContext evaluation) {
        List<EvaluationFailure> failures =
                CollectionConverters.asJava(evaluation.failureCollector().failures());
        return failures.stream().anyMatch(failure -> failure.failureType() == ASSERT_FAILURE$.MODULE$);
    }

    private static Function<String, ParsedExpression> parsing(
            Function<String, Either<Failure, ParsedExpression>> parser) {
        return expression -> right(parser.apply(expression));
    }

    private static Context context(VariableProvider variables) {
        return new CustomContext() {
            @Override
            public VariableProvider variableProvider() {
                return variables;
            }
        };
    }

    private static <T> T right(Either<Failure, T> result) {
        if (result instanceof Right<Failure, T> right) {
            return right.value();
        }
        throw LOGGER.evaluationException(result.left().get().message());
    }
}
