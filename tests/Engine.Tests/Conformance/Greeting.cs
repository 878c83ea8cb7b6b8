namespace Suyuan.Engine.Tests.Conformance;

/// <summary>A service that a grain asks for in its constructor.</summary>
public sealed class Greeting
{
    private readonly string _word = "你好";

    public string For(string name) => $"{_word}, {name}";
}
