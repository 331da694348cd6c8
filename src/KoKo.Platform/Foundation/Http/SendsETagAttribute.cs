namespace KoKo.Platform.Foundation.Http;

/// <summary>
/// Says of an endpoint that its answer carries an ETag, where neither <see cref="RequiresIfMatchAttribute"/> nor a Version
/// in the answer tells it already.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class SendsETagAttribute : Attribute;
