using System.ComponentModel.DataAnnotations;
using System.Text.Json;

namespace Glidepath.Web.Facilities;

/// <summary>A range whose error says the field as a body names it, what was read and what is accepted.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class AcceptedRangeAttribute(double least, double most, bool inMiles = false) : RangeAttribute(least, most)
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        IsValid(value)
            ? ValidationResult.Success
            : new ValidationResult(
                FacilitiesText.T[
                    inMiles ? "ReadAcceptedMilesFromTo" : "ReadAcceptedFromTo",
                    JsonNamingPolicy.CamelCase.ConvertName(validationContext.MemberName ?? ""),
                    value,
                    Minimum,
                    Maximum
                ],
                [validationContext.MemberName ?? ""]
            );
}
