namespace Suyuan.Common;

/// <summary>Encrypts personal data (个人信息) before it is stored, and finds it again by keyed hash.</summary>
public interface IPersonalData
{
    string Hash(string value);

    ProtectedText Protect(string value);

    string Reveal(ProtectedText text);
}
