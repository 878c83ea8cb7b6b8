namespace Suyuan.Forms;

/// <summary>What the public may see of a field once its item is published.</summary>
public enum FieldPrivacy
{
    /// <summary>As it is.</summary>
    Open,

    /// <summary>A private person's name: the first character.</summary>
    Masked,

    /// <summary>Nothing: personal data, health, prices.</summary>
    Secret,
}
