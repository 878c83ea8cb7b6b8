namespace Suyuan.Common;

/// <summary>Keeps ID numbers and private mobiles unreadable at rest, yet findable by their hash.</summary>
public interface IPersonalData
{
    string Hash(string value);

    ProtectedText Protect(string value);

    string Reveal(ProtectedText text);
}
