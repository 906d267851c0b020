package org.qingwang.engine.decision;

import camundajar.impl.scala.collection.immutable.Map;
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
import org.camunda.feel.context.Context;
import org.camunda.feel.context.CustomContext;
import org.camunda.feel.context.VariableProvider;
import org.camunda.feel.syntaxtree.ParsedExpression;

/**
 * FEEL as the engine brings it, except that an expression is parsed once and not at each use: a decision table asks every
 * cell anew for each complaint, and a form each of its conditions. All expressions come from models and forms we deploy,
 * so what is remembered stays small. It parses and evaluates by the same calls as the engine's own adapter, which newer
 * releases of the FEEL library advise against and this one offers no other way to.
 */
@SuppressWarnings("deprecation")
class RememberingFeel extends ScalaFeelEngine {

    private final ConcurrentMap<String, ParsedExpression> expressions = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, ParsedExpression> tests = new ConcurrentHashMap<>();

    RememberingFeel() {
        super(List.of());
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T evaluateSimpleExpression(String expression, VariableContext variables) {
        ParsedExpression parsed = expressions.computeIfAbsent(expression, parsing(feelEngine::parseExpression));
        return (T) right(feelEngine.eval(parsed, context(new ContextVariableWrapper(variables))));
    }

    @Override
    public boolean evaluateSimpleUnaryTests(String expression, String inputVariable, VariableContext variables) {
        ParsedExpression parsed = tests.computeIfAbsent(expression, parsing(feelEngine::parseUnaryTests));
        VariableProvider input =
                new VariableProvider.StaticVariableProvider(new Map.Map1<>(INPUT_VARIABLE_NAME, inputVariable));
        VariableProvider both = new VariableProvider.CompositeVariableProvider(
                toScalaList(input, new ContextVariableWrapper(variables)));
        return Boolean.TRUE.equals(right(feelEngine.eval(parsed, context(both))));
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
