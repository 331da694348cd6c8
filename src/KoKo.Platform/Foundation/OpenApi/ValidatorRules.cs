using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using FastEndpoints;
using FluentValidation;
using FluentValidation.Validators;
using Microsoft.OpenApi;

namespace KoKo.Platform.Foundation.OpenApi;

/// <summary>
/// What the validators demand, in the words of JSON Schema. Rules under a condition are left out: a document that is too
/// strict would forbid what the platform takes.
/// </summary>
internal sealed class ValidatorRules(IServiceProvider services)
{
    private readonly ConcurrentDictionary<Type, ILookup<(Type?, string), Rule>> known = new();

    public bool IsRequired(EndpointDefinition definition, PropertyInfo member) =>
        Of(definition, member).Any(rule => !rule.OnItems && rule.Validator is INotNullValidator or INotEmptyValidator);

    public void Apply(EndpointDefinition definition, PropertyInfo member, IOpenApiSchema schema)
    {
        foreach (var rule in Of(definition, member))
        {
            if ((rule.OnItems ? schema.Items : schema) is OpenApiSchema target)
            {
                Apply(rule.Validator, target);
            }
        }
    }

    private IEnumerable<Rule> Of(EndpointDefinition definition, PropertyInfo member) => definition.ValidatorType is { } validator
        ? known.GetOrAdd(validator, type => Walk((IEnumerable<IValidationRule>)ActivatorUtilities.CreateInstance(services, type)).ToLookup(rule => rule.Member))[(member.DeclaringType, member.Name)]
        : [];

    private static IEnumerable<Rule> Walk(IEnumerable<IValidationRule> validator)
    {
        foreach (var rule in validator)
        {
            var onItems = rule.GetType().GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(ICollectionRule<,>));
            foreach (var component in rule.Components)
            {
                if (ChildOf(component.Validator) is { } child)
                {
                    foreach (var inner in Walk(child))
                    {
                        yield return inner;
                    }
                }
                else if (rule.Member is not null && !rule.HasCondition && !rule.HasAsyncCondition && !component.HasCondition)
                {
                    yield return new Rule((rule.Member.DeclaringType, rule.Member.Name), component.Validator, onItems);
                }
            }
        }
    }

    // A child validator is handed out for a context only; an empty one does, since no validator here depends on the value.
    private static IEnumerable<IValidationRule>? ChildOf(IPropertyValidator validator)
    {
        if (validator is not IChildValidatorAdaptor)
        {
            return null;
        }

        var context = Activator.CreateInstance(typeof(FluentValidation.ValidationContext<>).MakeGenericType(validator.GetType().GetGenericArguments()[0]), [null]);
        return validator.GetType().GetMethod("GetValidator")!.Invoke(validator, [context, null]) as IEnumerable<IValidationRule>;
    }

    private static void Apply(IPropertyValidator validator, OpenApiSchema schema)
    {
        var isList = schema.Type?.HasFlag(JsonSchemaType.Array) == true;
        switch (validator)
        {
            case INotEmptyValidator when isList:
                schema.MinItems = Math.Max(schema.MinItems ?? 0, 1);
                break;
            case INotEmptyValidator when schema.Type?.HasFlag(JsonSchemaType.String) == true && schema.Format is null:
                schema.MinLength = Math.Max(schema.MinLength ?? 0, 1);
                break;
            case ILengthValidator length:
                schema.MinLength = length.Min > 0 ? length.Min : schema.MinLength;
                schema.MaxLength = length.Max > 0 ? length.Max : schema.MaxLength;
                break;
            case IRegularExpressionValidator pattern:
                schema.Pattern = pattern.Expression;
                break;
            case IEmailValidator:
                schema.Format = "email";
                break;
            case IBetweenValidator between when IsNumber(between.From):
                SetLower(schema, between.From, validator.Name.StartsWith("Exclusive", StringComparison.Ordinal));
                SetUpper(schema, between.To, validator.Name.StartsWith("Exclusive", StringComparison.Ordinal));
                break;
            case IComparisonValidator { ValueToCompare: { } value } comparison when IsNumber(value):
                Compare(schema, comparison.Comparison, value);
                break;
        }
    }

    private static void Compare(OpenApiSchema schema, Comparison comparison, object value)
    {
        switch (comparison)
        {
            case Comparison.GreaterThan or Comparison.GreaterThanOrEqual:
                SetLower(schema, value, comparison == Comparison.GreaterThan);
                break;
            case Comparison.LessThan or Comparison.LessThanOrEqual:
                SetUpper(schema, value, comparison == Comparison.LessThan);
                break;
        }
    }

    private static void SetLower(OpenApiSchema schema, object value, bool exclusive)
    {
        schema.Minimum = exclusive ? null : Text(value);
        schema.ExclusiveMinimum = exclusive ? Text(value) : null;
    }

    private static void SetUpper(OpenApiSchema schema, object value, bool exclusive)
    {
        schema.Maximum = exclusive ? null : Text(value);
        schema.ExclusiveMaximum = exclusive ? Text(value) : null;
    }

    private static bool IsNumber(object value) => value is int or long or decimal or double or float;

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private sealed record Rule((Type?, string) Member, IPropertyValidator Validator, bool OnItems);
}
