namespace KoKo.Platform.Foundation.Http;

/// <summary>Says of an endpoint that it calls <see cref="Preconditions.RequireMatch"/>: the document shows the header and its refusals.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class RequiresIfMatchAttribute : Attribute;
