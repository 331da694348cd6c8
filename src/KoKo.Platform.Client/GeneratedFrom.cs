namespace KoKo.Platform.Client;

internal static class GeneratedFrom
{
    public const string DocumentHash = "44e7dd535be54b8f6b715fe2fedc5f825f8504aaa5e053e8944e4f96259b7179";
}
