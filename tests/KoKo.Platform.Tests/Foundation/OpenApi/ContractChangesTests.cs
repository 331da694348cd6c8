using KoKo.Platform.Foundation.OpenApi;

namespace KoKo.Platform.Tests.Foundation.OpenApi;

public sealed class ContractChangesTests
{
    private const string Document =
        """
        {
          "info": { "version": "1.0.0" },
          "paths": { "/v1/things": { "post": {
            "parameters": [ { "name": "colour", "in": "query", "schema": { "type": "string" } } ],
            "responses": { "201": {} } } } },
          "components": { "schemas": {
            "Thing": { "required": ["id"], "properties": { "id": { "type": "string", "format": "uuid" }, "colour": { "$ref": "#/Colour" } } },
            "NewThing": { "additionalProperties": false, "required": ["name"], "properties": { "name": { "type": "string" }, "size": { "type": "integer" } } },
            "Colour": { "enum": ["red", "green"] } } }
        }
        """;

    [Theory]
    [InlineData("\"/v1/things\"", "\"/v1/objects\"", "POST /v1/things is gone.")]
    [InlineData("\"201\"", "\"200\"", "POST /v1/things: 201 is gone.")]
    [InlineData("\"name\": \"colour\"", "\"name\": \"color\"", "POST /v1/things: parameter query colour is gone.")]
    [InlineData("\"in\": \"query\",", "\"in\": \"query\", \"required\": true,", "POST /v1/things: parameter query colour is demanded now.")]
    [InlineData("\"format\": \"uuid\"", "\"format\": \"email\"", "Thing.id has another type.")]
    [InlineData("\"required\": [\"id\"]", "\"required\": []", "Thing.id is no longer always there.")]
    [InlineData("[\"name\"]", "[\"name\", \"size\"]", "NewThing.size is demanded now.")]
    [InlineData(", \"size\": { \"type\": \"integer\" }", "", "NewThing.size is gone.")]
    [InlineData("\"red\", ", "", "Colour: red is gone.")]
    public void Names_what_breaks_a_program(string before, string after, string expected) =>
        Assert.Equal([expected], ContractChanges.Between(Document, Document.Replace(before, after, StringComparison.Ordinal)));

    [Theory]
    [InlineData("[\"red\"", "[\"blue\", \"red\"")]
    [InlineData("{ \"type\": \"integer\" }", "{ \"type\": \"integer\" }, \"weight\": { \"type\": \"integer\" }")]
    [InlineData("[\"name\"]", "[]")]
    public void Says_nothing_about_what_only_grows(string before, string after) =>
        Assert.Empty(ContractChanges.Between(Document, Document.Replace(before, after, StringComparison.Ordinal)));

    [Theory]
    [InlineData("1.0.0", "2.0.0")]
    [InlineData("0.3.0", "0.3.0")]
    public void Lets_a_new_major_version_and_the_first_drafts_break(string before, string after)
    {
        var old = Document.Replace("1.0.0", before, StringComparison.Ordinal);
        var now = Document.Replace("1.0.0", after, StringComparison.Ordinal).Replace("\"size\"", "\"length\"", StringComparison.Ordinal);

        Assert.Empty(ContractChanges.Between(old, now));
    }
}
