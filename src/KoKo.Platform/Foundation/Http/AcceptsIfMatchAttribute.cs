namespace KoKo.Platform.Foundation.Http;

/// <summary>
/// Says of an endpoint that it calls <see cref="Preconditions.CheckMatch"/>: an act on what somebody read, which another may
/// have changed since. The header is a caller's choice.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class AcceptsIfMatchAttribute : Attribute;
