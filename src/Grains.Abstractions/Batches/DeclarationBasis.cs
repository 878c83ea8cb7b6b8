namespace Suyuan.Batches;

/// <summary>What a declaration of conformity rests on (承诺依据).</summary>
public enum DeclarationBasis
{
    /// <summary>A laboratory was commissioned (委托检测).</summary>
    CommissionedTest,

    /// <summary>The producer tested (自我检测).</summary>
    OwnTest,

    /// <summary>The producer's quality control (内部质量控制).</summary>
    QualityControl,

    /// <summary>The producer's word (自我承诺).</summary>
    OwnCommitment,
}
